// title: Made-to-measure tender 量身定制招标
// model: T1
// version: 1
// severity: MEDIUM
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Group companies that bid in the open as a consortium; a market with few suppliers
// innocent_zh: 公开组成联合体的集团公司；供应商稀少的市场
// because: {firm} bid {count} times, only for {unit}, and won every time
// because_zh: {firm}共投标{count}次，均为{unit}项目且次次中标
// parameter min_bids Int 3 bids -- Bids from which it is told 投标次数下限
// params: min_bids
// returns: key, facts, records, ties, named
// scope: system
MATCH (f:Unit)<-[:BID_BY]-(b:Bid)-[:BID_FOR]->(p:Project)
WITH f, p, b ORDER BY p.opened_on, p.project_number
WITH f, collect(DISTINCT p) AS projects, collect(DISTINCT b) AS bids
WHERE size(projects) >= $min_bids AND all(p IN projects WHERE EXISTS { (p)-[:AWARDED_TO]->(f) } OR any(b IN bids WHERE b.won AND EXISTS { (b)-[:BID_FOR]->(p) }))
UNWIND projects AS p
MATCH (p)-[x:TENDERED_BY]->(u:Unit)
OPTIONAL MATCH (p)-[y:AWARDED_TO]->(f)
WITH f, projects, bids, collect(DISTINCT u) AS tenderers, collect(DISTINCT x) + collect(DISTINCT y) AS ties
WHERE size(tenderers) = 1
RETURN coalesce(f.uscc, f.name, f.uid) AS key, projects + bids AS records, ties, [['SUBJECT_UNIT', tenderers[0]], ['INVOLVED', f]] + [p IN projects | ['INVOLVED', p]] AS named,
  {firm: coalesce(f.name, '?'), count: size(projects), unit: coalesce(tenderers[0].name, '?')} AS facts
