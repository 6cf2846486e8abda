// title: Many complaints of one unit 单位投诉集中
// model: C4
// version: 1
// severity: LOW
// channel: OTHER
// team: CASE_MGMT
// innocent: A public quarrel over one decision
// innocent_zh: 因一项决策集中反映
// because: {unit} drew {count} complaints in {quarter}
// because_zh: {unit}{quarter}收到投诉反映{count}件
// parameter complaints Int 5 matters -- Complaints of a quarter from which it is told 季度件数下限
// parameter factor Float 1.5 ratio -- How far above the unit's own mean 与自身均值之比下限
// params: complaints, factor
// returns: key, facts, records, ties, named
// scope: system
MATCH (m:Clue|Ticket)-[n:NAMES|NAMES_IN_TEXT]->(u:Unit)
WHERE coalesce(n.certainty, 1.0) >= 0.8 AND NOT is_firm(u) AND coalesce(m.category, 'COMPLAINT') = 'COMPLAINT'
WITH u, m, came_on(m) AS day, collect(n) AS namings
WHERE day IS NOT NULL
WITH u, toString(day.year) + 'Q' + toString(day.quarter) AS quarter, m, namings ORDER BY day, m.number
WITH u, quarter, collect(m) AS matters, collect(namings) AS namings
WITH u, collect({quarter: quarter, matters: matters, namings: namings}) AS quarters, avg(size(matters)) AS usual
UNWIND quarters AS q
WITH u, q, CASE WHEN size(quarters) > 1 THEN usual ELSE 0 END AS usual // a first quarter has nothing to be measured by
WHERE size(q.matters) >= $complaints AND size(q.matters) >= usual * $factor
RETURN q.quarter + '|' + coalesce(u.name, u.uid) AS key, q.matters AS records, reduce(s = [], x IN q.namings | s + x) AS ties, [] AS named,
  {unit: coalesce(u.name, '?'), count: size(q.matters), quarter: q.quarter} AS facts
