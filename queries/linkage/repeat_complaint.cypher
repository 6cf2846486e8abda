// title: One complaint again 重复投诉
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: Both complain of {problem: Problem} in the unit {shared}, {days} days apart; {degree} matters do about that time
// because_zh: 两件投诉都反映{shared}的{problem: Problem}问题，相隔{days}天，前后共有{degree}件
// weight: 0.85
// Who complains is nobody's business here: it is the same unit, the same problem, and near in time.
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Unit)
WHERE size(mine) > 0 AND is_complaint(m) AND NOT is_firm(e) AND visible(x, e) AND concerns(m, x) AND (x.role = 'SUBJECT_UNIT' OR coalesce(e.uscc, e.unit_kind) IS NOT NULL)
WITH m, mine, x, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS crowd
WHERE crowd <= $hub_cap
MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(other:Ticket|Clue)
WHERE other <> m AND is_complaint(other) AND visible(y, other) AND concerns(other, y)
WITH m, mine, x, e, crowd, y, other, abs(duration.inDays(came_on(m), came_on(other)).days) AS days
WHERE days <= REPEAT_DAYS_
WITH m, x, e, crowd, y, other, days, head([kind IN mine WHERE kind IN kinds_of(other)]) AS problem
WHERE problem IS NOT NULL
WITH m, e, crowd, collect({x: x, y: y, other: other, days: days, problem: problem}) AS found, count(DISTINCT other) + 1 AS degree
UNWIND found AS one
WITH m, e, degree, crowd, one.x AS x, one.y AS y, one.other AS other, one.days AS days, one.problem AS problem
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, degree + (crowd - degree) * SAME_BY_CHANCE_ AS degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {shared: coalesce(e.name, e.uscc), problem: problem, days: days, degree: degree} AS facts
