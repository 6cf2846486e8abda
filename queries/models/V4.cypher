// title: Several times a day 一日多次加油
// model: V4
// version: 1
// severity: MEDIUM
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: A long journey with its order; a receipt that was split for the till
// innocent_zh: 持派车单的长途任务；收银分单
// because: Card {card} was used {count} times on {day}
// because_zh: 加油卡{card}于{day}加油{count}次
// parameter per_day Int 2 times -- Fuellings on one day that are too many 单日加油次数
// params: per_day
// returns: key, facts, records, ties, named
// scope: system
MATCH (c:FuelCard)<-[:PAID_WITH]-(r:Refuelling)
WHERE r.occurred_at IS NOT NULL
WITH c, date(r.occurred_at) AS day, r ORDER BY r.occurred_at, r.receipt_number
WITH c, day, collect(r) AS found
WHERE size(found) >= $per_day
RETURN found[0].receipt_number AS key, found AS records, [(c)-[b:BOUND_TO]->(:Vehicle) WHERE held_on(b, day) | b] AS ties,
  [['INVOLVED', c]] + [(c)-[b:BOUND_TO]->(v:Vehicle) WHERE held_on(b, day) | ['INVOLVED', v]] + [(c)-[says:ISSUED_TO]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {card: c.card_number, count: size(found), day: toString(day), amount_fen: reduce(sum = 0, x IN found | sum + coalesce(x.amount_fen, 0))} AS facts
