// title: Fuelling of a car out of use 停用车辆加油
// model: V10
// version: 1
// severity: HIGH
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: The state was entered late; the card had gone over to another car
// innocent_zh: 状态登记滞后；加油卡已转配其他车辆
// because: {plate}, {state} since {since}, was fuelled on {day} (receipt {receipt})
// because_zh: {plate}自{since}起{state}，仍于{day}加油（流水号{receipt}）
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (r:Refuelling)
WITH r, car_of(r) AS car
WITH r, car[0] AS v, car[1] AS tie
WHERE v IS NOT NULL
WITH r, v, tie, head([(v)<-[:REPAIRED]-(p:VehicleRepair) WHERE p.occurred_on < date(r.occurred_at) AND date(r.occurred_at) < p.ended_on | p]) AS p
WHERE v.retired_on < date(r.occurred_at) OR p IS NOT NULL
RETURN r.receipt_number AS key, [x IN [r, p] WHERE x IS NOT NULL] AS records, [tie] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(r.occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {plate: v.plate, state: CASE WHEN p IS NOT NULL THEN '维修' ELSE coalesce(v.vehicle_state, '停用') END, since: toString(coalesce(p.occurred_on, v.retired_on)),
   day: toString(date(r.occurred_at)), receipt: r.receipt_number, amount_fen: r.amount_fen} AS facts
