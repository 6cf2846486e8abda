// title: One person in several channels 同一对象多渠道反映
// model: C1
// version: 1
// severity: HIGH
// channel: OTHER
// team: CASE_MGMT
// innocent: Namesakes; one quarrel that was sent everywhere
// innocent_zh: 同名人员；同一诉求多头投递
// because: {person} is named by {count} matters of {channels} channels within {months} months
// because_zh: {months}个月内{person}被{channels}个渠道的{count}件事项涉及
// parameter channels Int 3 channels -- Channels from which it is told 渠道数下限
// parameter months Int 24 months -- Time in which they lie 时间窗
// parameter certainty Float 0.8 ratio -- How sure the naming must be 指认确定程度下限
// params: channels, months, certainty
// returns: key, facts, records, ties, named
// scope: system
MATCH (m:Matter)-[n:NAMES|NAMES_IN_TEXT]->(p:Person)
WHERE coalesce(n.certainty, 1.0) >= $certainty AND coalesce(n.role, 'SUBJECT') IN ['SUBJECT', 'INVOLVED', 'SUBJECT_AND_VICTIM', 'MENTIONED_IN_TEXT'] AND NOT (m:Alert AND m.model_version IS NOT NULL)
WITH p, m, came_on(m) AS day, collect(n) AS namings
WHERE day IS NOT NULL AND m.channel IS NOT NULL
WITH p, m, day, namings ORDER BY day, m.number
WITH p, collect({matter: m, day: day, namings: namings}) AS named
WHERE size(named) >= $channels
UNWIND range(0, size(named) - 1) AS i
WITH p, [x IN named[i..] WHERE x.day <= named[i].day + duration({months: $months}) | x.matter] AS near, reduce(s = [], x IN named[i..] | CASE WHEN x.day <= named[i].day + duration({months: $months}) THEN s + x.namings ELSE s END) AS ties, i
WITH p, near, ties, i, size(reduce(s = [], x IN near | CASE WHEN x.channel IN s THEN s ELSE s + [x.channel] END)) AS channels
WHERE channels >= $channels
WITH p, near, ties, channels ORDER BY channels DESC, size(near) DESC, i
WITH p, collect({near: near, ties: ties, channels: channels})[0] AS best
RETURN best.near[0].number AS key, best.near AS records, best.ties AS ties, [] AS named,
  {person: coalesce(p.name, '?'), count: size(best.near), channels: best.channels, months: $months} AS facts
