// title: Affinity of buyer and supplier 采购人与供应商高度集中
// model: T10
// version: 1
// severity: MEDIUM
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Group companies that bid in the open as a consortium; a market with few suppliers
// innocent_zh: 公开组成联合体的集团公司；供应商稀少的市场
// because: {firm} won {won} of its {tried} bids for {unit}, which gave it {share} % of its projects
// because_zh: {firm}投标{unit}项目{tried}次中标{won}次，占该单位项目的{share}%
// parameter least_projects Int 6 projects -- Projects of a unit from which it is told 单位项目数下限
// parameter least_won Int 4 projects -- Awards from which it is told 中标数下限
// parameter rate Float 0.8 ratio -- Share of its bids that the firm won 中标率下限
// parameter share Float 0.4 ratio -- Share of the unit's projects 占单位项目比例下限
// params: least_projects, least_won, rate, share
// returns: key, facts, records, ties, named
// scope: system
MATCH (u:Unit)<-[:TENDERED_BY]-(p:Project)
WITH u, count(p) AS total
WHERE total >= $least_projects
MATCH (u)<-[y:TENDERED_BY]-(p:Project)<-[:BID_FOR]-(b:Bid)-[:BID_BY]->(f:Unit)
OPTIONAL MATCH (p)-[x:AWARDED_TO]->(f)
WITH u, total, f, p, b, x, y, x IS NOT NULL OR coalesce(b.won, false) AS won ORDER BY p.opened_on, p.project_number
WITH u, total, f, count(DISTINCT p) AS tried, collect(DISTINCT CASE WHEN won THEN p END) AS won, collect(DISTINCT b) AS bids, collect(DISTINCT x) + collect(DISTINCT y) AS ties
WHERE size(won) >= $least_won AND size(won) >= tried * $rate AND size(won) >= total * $share
RETURN coalesce(f.uscc, f.name, f.uid) + '|' + coalesce(u.name, u.uid) AS key, won + bids AS records, ties, [['SUBJECT_UNIT', u], ['INVOLVED', f]] AS named,
  {firm: coalesce(f.name, '?'), won: size(won), tried: tried, unit: coalesce(u.name, '?'), share: round(100.0 * size(won) / total)} AS facts
