// title: Home hero 本地常胜、异地不中
// model: T3
// version: 1
// severity: LOW
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Group companies that bid in the open as a consortium; a market with few suppliers
// innocent_zh: 公开组成联合体的集团公司；供应商稀少的市场
// because: {firm} won {won} of {tried} bids in {area} and none of {else} elsewhere
// because_zh: {firm}在{area}投标{tried}次中标{won}次，异地投标{else}次无一中标
// parameter min_bids Int 4 bids -- Bids at home from which it is told 本地投标次数下限
// parameter rate Float 0.75 ratio -- Share won at home from which it is told 本地中标率下限
// parameter min_elsewhere Int 4 bids -- Bids elsewhere from which it is told 异地投标次数下限
// params: min_bids, rate, min_elsewhere
// returns: key, facts, records, ties, named
// scope: system
MATCH (f:Unit)<-[:BID_BY]-(b:Bid)-[:BID_FOR]->(p:Project)-[:TENDERED_BY]->(u:Unit)
WHERE u.area_code IS NOT NULL
WITH f, u.area_code AS area, p, b, EXISTS { (p)-[:AWARDED_TO]->(f) } OR coalesce(b.won, false) AS won ORDER BY p.opened_on, p.project_number
WITH f, area, collect(DISTINCT b) AS bids, collect(DISTINCT p) AS projects, count(DISTINCT p) AS tried, count(DISTINCT CASE WHEN won THEN p END) AS won
WITH f, collect({area: area, bids: bids, projects: projects, tried: tried, won: won}) AS areas
UNWIND areas AS home
WITH f, home, areas, reduce(s = 0, a IN areas | s + CASE WHEN a.area = home.area THEN 0 ELSE a.tried END) AS elsewhere,
  reduce(s = 0, a IN areas | s + CASE WHEN a.area = home.area THEN 0 ELSE a.won END) AS won_elsewhere
WHERE home.tried >= $min_bids AND home.won >= home.tried * $rate AND elsewhere >= $min_elsewhere AND won_elsewhere = 0
WITH f, home, elsewhere, reduce(all = [], a IN areas | all + a.bids + a.projects) AS rows
RETURN coalesce(f.uscc, f.name, f.uid) AS key, rows AS records, [] AS ties, [['INVOLVED', f]] AS named,
  {firm: coalesce(f.name, '?'), area: home.area, won: home.won, tried: home.tried, else: elsewhere} AS facts
