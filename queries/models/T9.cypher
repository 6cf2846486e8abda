// title: Fixed partners 固定围标圈
// model: T9
// version: 1
// severity: HIGH
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Group companies that bid in the open as a consortium; a market with few suppliers
// innocent_zh: 公开组成联合体的集团公司；供应商稀少的市场
// because: The same {count} firms met in {times} tenders and took turns: {firms}
// because_zh: 相同的{count}家企业在{times}个项目中共同投标且轮流中标：{firms}
// parameter least_firms Int 3 firms -- Firms from which it is told 企业数下限
// parameter times Int 5 tenders -- Meetings from which it is told 共同投标次数下限
// params: least_firms, times
// returns: key, facts, records, ties, named
// scope: system
MATCH (p:Project)<-[:BID_FOR]-(:Bid)-[:BID_BY]->(f:Unit)
WITH p, f ORDER BY coalesce(f.uscc, f.uid)
WITH p, collect(DISTINCT f) AS firms
WHERE size(firms) >= $least_firms
WITH firms, p ORDER BY p.opened_on, p.project_number
WITH [f IN firms | f.uid] AS uids, collect(firms)[0] AS firms, collect(p) AS projects
WHERE size(projects) >= $times
UNWIND projects AS p
MATCH (p)<-[:BID_FOR]-(b:Bid)-[:BID_BY]->(f:Unit)
OPTIONAL MATCH (p)-[award:AWARDED_TO]->(f)
WITH uids, firms, projects, collect(DISTINCT b) AS bids, collect(DISTINCT award) AS ties, count(DISTINCT CASE WHEN award IS NOT NULL OR b.won THEN f END) AS winners
WHERE winners > 1
RETURN reduce(s = '', f IN firms | s + CASE WHEN s = '' THEN '' ELSE '+' END + coalesce(f.uscc, f.uid)) AS key, projects + bids AS records, ties, [f IN firms | ['INVOLVED', f]] AS named,
  {count: size(firms), times: size(projects), firms: reduce(s = '', f IN firms | s + CASE WHEN s = '' THEN '' ELSE '、' END + coalesce(f.name, '?'))} AS facts
