// title: Regular prices 投标报价呈规律性
// model: T8
// version: 1
// severity: MEDIUM
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Prices by a public norm
// innocent_zh: 按公开定额计价
// because: The {count} prices for {project} ({name}) rise by equal {way}
// because_zh: 项目{project}（{name}）的{count}个报价呈{way_zh}
// parameter least_bids Int 4 bids -- Bids from which it is told 报价个数下限
// parameter tolerance Float 0.005 ratio -- Share by which steps may differ 差距容差
// params: least_bids, tolerance
// returns: key, facts, records, ties, named
// scope: system
MATCH (p:Project)<-[:BID_FOR]-(b:Bid)
WHERE b.price_fen > 0
WITH p, b ORDER BY b.price_fen, b.bid_number
WITH p, collect(b) AS bids
WHERE size(bids) >= $least_bids
WITH p, bids, [i IN range(1, size(bids) - 1) | bids[i].price_fen - bids[i - 1].price_fen] AS steps,
  [i IN range(1, size(bids) - 1) | bids[i].price_fen * 1.0 / bids[i - 1].price_fen] AS ratios
WITH p, bids, steps, all(s IN steps WHERE s > 0 AND abs(s - steps[0]) <= steps[0] * $tolerance) AS even,
  all(r IN ratios WHERE r > 1 AND abs(r - ratios[0]) <= (ratios[0] - 1) * $tolerance) AS constant
WHERE even OR constant
RETURN p.project_number AS key, [p] + bids AS records, [] AS ties, [['INVOLVED', p]] + [(p)-[says:TENDERED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {project: p.project_number, name: coalesce(p.name, '?'), day: toString(p.opened_on), count: size(bids), way: CASE WHEN even THEN 'steps' ELSE 'ratios' END, way_zh: CASE WHEN even THEN '等差' ELSE '等比' END} AS facts
