// title: Out-of-town fuelling 外地加油无审批
// model: V6
// version: 1
// severity: MEDIUM
// channel: VEHICLES
// problem: VEHICLE_PRIVATE_USE
// team: CONDUCT
// innocent: A car of law enforcement or rescue on duty; a card lent inside the fleet and logged; a gap of the positioning system
// innocent_zh: 执法、应急车辆执行任务；车队内部借卡且有登记；定位数据缺失
// because: {plate} was fuelled in {area} on {day} without an order (receipt {receipt})
// because_zh: {plate}于{day}在{area}加油，无派车审批（流水号{receipt}）
// parameter city_areas [String] [] areas -- Words by which an area belongs to the city, beside those that its public units are named after 本市区县名称
// parameter usual_share Float 0.05 ratio -- Share of all fuellings from which an area is a usual one 视为常用区域的加油占比
// parameter least_fuellings Int 100 fuellings -- Fuellings in all from which that share says something 适用占比的最少加油次数
// parameter slack_minutes Int 240 minutes -- How far outside its order a journey may lie 出车时间与派车单允许的误差
// params: city_areas, usual_share, least_fuellings, slack_minutes
// returns: key, facts, records, ties, named
// scope: system
CALL () {
  MATCH (r:Refuelling)
  WHERE r.station_area IS NOT NULL
  WITH r.station_area AS area, count(*) AS times
  WITH collect({area: area, times: times}) AS areas, sum(times) AS total
  UNWIND areas AS each
  WITH each.area AS area, total >= $least_fuellings AND each.times >= total * $usual_share AS usual,
    last([part IN split(replace(replace(each.area, '省', '省|'), '市', '市|'), '|') WHERE part <> '']) AS named
  WHERE NOT usual AND NOT any(word IN $city_areas WHERE area CONTAINS word)
    AND NOT EXISTS { MATCH (h:Unit) WHERE h.unit_kind IN ['PARTY_ORGAN', 'ORGAN', 'INSTITUTION', 'TOWNSHIP'] AND h.name CONTAINS named }
  RETURN collect(area) AS away
}
MATCH (r:Refuelling)
WHERE r.station_area IN away
WITH r, car_of(r) AS car
WITH r, car[0] AS v, car[1] AS tie
WHERE v IS NOT NULL AND NOT EXISTS {
  MATCH (v)<-[:ORDERED_FOR]-(o:DispatchOrder)
  WHERE coalesce(o.is_approved, true) AND o.occurred_at - duration({minutes: $slack_minutes}) <= r.occurred_at
    AND r.occurred_at <= coalesce(o.ended_at, o.occurred_at + duration({hours: 12})) + duration({minutes: $slack_minutes})
}
RETURN r.receipt_number AS key, [r] AS records, [tie] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(r.occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {plate: v.plate, area: r.station_area, day: toString(date(r.occurred_at)), receipt: r.receipt_number, amount_fen: r.amount_fen} AS facts
