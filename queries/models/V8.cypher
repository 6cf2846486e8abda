// title: Many small or large amounts 小额或大额加油频次异常
// model: V8
// version: 1
// severity: LOW
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: A motorcycle or a small machine; a big tank
// innocent_zh: 摩托车或小型机具；大容量油箱
// because: Card {card} paid {count} {size} amounts in {month}
// because_zh: 加油卡{card}于{month}有{count}笔{size_zh}加油
// parameter small Int 100 yuan -- Amounts below this are small 小额上限（元）
// parameter large Int 600 yuan -- Amounts above this are large 大额下限（元）
// parameter norm_per_month Int 3 times -- How many of them a month may have 每月正常笔数
// params: small, large, norm_per_month
// returns: key, facts, records, ties, named
// scope: system
MATCH (c:FuelCard)<-[:PAID_WITH]-(r:Refuelling)
WHERE r.amount_fen IS NOT NULL AND r.occurred_at IS NOT NULL AND (r.amount_fen < $small * 100 OR r.amount_fen > $large * 100)
WITH c, substring(toString(date(r.occurred_at)), 0, 7) AS month, r.amount_fen < $small * 100 AS small, r ORDER BY r.occurred_at, r.receipt_number
WITH c, month, small, collect(r) AS found
WHERE size(found) > $norm_per_month
WITH c, month, small, found, date(found[0].occurred_at) AS day
RETURN found[0].receipt_number AS key, found AS records, [(c)-[b:BOUND_TO]->(:Vehicle) WHERE held_on(b, day) | b] AS ties,
  [['INVOLVED', c]] + [(c)-[b:BOUND_TO]->(v:Vehicle) WHERE held_on(b, day) | ['INVOLVED', v]] + [(c)-[says:ISSUED_TO]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {card: c.card_number, count: size(found), month: month, size: CASE WHEN small THEN 'small' ELSE 'large' END,
   size_zh: CASE WHEN small THEN '小额' ELSE '大额' END, amount_fen: reduce(sum = 0, x IN found | sum + x.amount_fen)} AS facts
