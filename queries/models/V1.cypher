// title: Over tank size 超油箱容量加油
// model: V1
// version: 1
// severity: HIGH
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: Fuel cans for machines, filled by permission; a tank that was changed
// innocent_zh: 经批准为机具加桶装油；油箱改装
// because: {litres} litres into the tank of {tank} litres of {plate} on {day} (receipt {receipt})
// because_zh: {plate}于{day}加油{litres}升，超过油箱容量{tank}升（流水号{receipt}）
// parameter tank_factor Float 1.05 ratio -- Share of the tank above which a fuelling is too much 单次加油与油箱容量之比上限
// params: tank_factor
// returns: key, facts, records, ties, named
// scope: system
MATCH (r:Refuelling)
WITH r, car_of(r) AS car
WITH r, car[0] AS v, car[1] AS tie
WHERE v IS NOT NULL AND r.litres > v.tank_litres * $tank_factor
RETURN r.receipt_number AS key, [r] AS records, [tie] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(r.occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {litres: r.litres, tank: v.tank_litres, plate: v.plate, day: toString(date(r.occurred_at)), receipt: r.receipt_number, amount_fen: r.amount_fen} AS facts
