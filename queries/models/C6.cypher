// title: One go-between 同一中间人或账户
// model: C6
// version: 1
// severity: HIGH
// channel: OTHER
// team: CASE_MGMT
// innocent: A hotline or a shop
// innocent_zh: 服务热线或商户电话
// because: {shared} is named by {count} matters on {people} different people
// because_zh: {shared}被{count}件涉及{people}名不同对象的事项提及
// parameter matters Int 3 matters -- Matters from which it is told 事项数下限
// parameter people Int 2 people -- Different people from whom it is told 不同对象下限
// parameter hub Int 50 matters -- Matters above which it is a public number 公共号码的事项数
// params: matters, people, hub
// returns: key, facts, records, ties, named
// scope: system
MATCH (e:Phone|Account)<-[n:NAMES|NAMES_IN_TEXT]-(m:Matter)
WHERE coalesce(n.certainty, 1.0) >= 0.8 AND NOT (m:Alert AND m.model_version IS NOT NULL)
WITH e, m, collect(n) AS namings ORDER BY came_on(m), m.number
WITH e, collect(m) AS matters, reduce(s = [], x IN collect(namings) | s + x) AS ties
WHERE size(matters) >= $matters AND size(matters) <= $hub
UNWIND matters AS m
OPTIONAL MATCH (m)-[n:NAMES|NAMES_IN_TEXT]->(p:Person)
WHERE coalesce(n.certainty, 1.0) >= 0.8
WITH e, matters, ties, count(DISTINCT p) AS people
WHERE people >= $people
RETURN coalesce(e.phone_number, e.account_number) AS key, matters AS records, ties, [] AS named,
  {shared: coalesce(e.phone_number, e.account_number), count: size(matters), people: people} AS facts
