// title: Short interval 短时间内重复加油
// model: V3
// version: 1
// severity: HIGH
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: A car of law enforcement or rescue on duty; a card lent inside the fleet and logged; a gap of the positioning system
// innocent_zh: 执法、应急车辆执行任务；车队内部借卡且有登记；定位数据缺失
// because: {count} fuellings of card {card} within {minutes} minutes on {day}, {litres} litres together, more than the tank of {tank} litres
// because_zh: 加油卡{card}于{day}在{minutes}分钟内加油{count}次，共{litres}升，超过油箱{tank}升
// parameter minutes Int 120 minutes -- Time within which fuellings count together 合并计算的时间窗
// parameter tank_factor Float 1.05 ratio -- Share of the tank that they may have together 合计与油箱容量之比上限
// params: minutes, tank_factor
// returns: key, facts, records, ties, named
// scope: system
MATCH (c:FuelCard)<-[:PAID_WITH]-(r:Refuelling)
WHERE r.occurred_at IS NOT NULL
WITH c, r ORDER BY r.occurred_at, r.receipt_number
WITH c, collect(r) AS found
WHERE size(found) > 1
UNWIND range(0, size(found) - 2) AS i
WITH c, found, i, [x IN found[i..i + 10] WHERE x.occurred_at <= found[i].occurred_at + duration({minutes: $minutes})] AS close
WITH c, close, i, found, close[0] AS first, date(close[0].occurred_at) AS day
WITH c, close, i, found, coalesce(head([(c)-[b:BOUND_TO]->(v:Vehicle) WHERE held_on(b, day) | [v, b]]), head([(first)-[t:REFUELLED]->(v:Vehicle) | [v, t]])) AS car
WITH c, close, i, found, car[0] AS v, car[1] AS tie,
  reduce(sum = 0.0, x IN close | sum + coalesce(x.litres, 0.0)) AS litres
WHERE size(close) > 1 AND litres > v.tank_litres * $tank_factor
  AND NOT (i > 0 AND found[i - 1].occurred_at >= close[-1].occurred_at - duration({minutes: $minutes}))
RETURN close[0].receipt_number AS key, close AS records, [tie] AS ties,
  [['INVOLVED', c], ['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(close[0].occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {count: size(close), card: c.card_number, minutes: duration.inSeconds(close[0].occurred_at, close[-1].occurred_at).minutes,
   litres: round(litres, 1), tank: v.tank_litres, day: toString(date(close[0].occurred_at)),
   amount_fen: reduce(sum = 0, x IN close | sum + coalesce(x.amount_fen, 0))} AS facts
