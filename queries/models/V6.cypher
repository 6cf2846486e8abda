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
// parameter city_areas [String] ["渝水区","分宜县","高新区","高新技术产业开发区","仙女湖区","新余市"] areas -- Words by which an area belongs to the city 本市区县名称
// parameter slack_minutes Int 240 minutes -- How far outside its order a journey may lie 出车时间与派车单允许的误差
// params: city_areas, slack_minutes
// returns: key, facts, records, ties, named
// scope: system
MATCH (r:Refuelling)
WHERE r.station_area IS NOT NULL AND NOT any(area IN $city_areas WHERE r.station_area CONTAINS area)
WITH r, car_of(r) AS car
WITH r, car[0] AS v, car[1] AS tie
WHERE v IS NOT NULL AND NOT EXISTS {
  MATCH (v)<-[:ORDERED_FOR]-(o:DispatchOrder)
  WHERE coalesce(o.is_approved, true) AND o.occurred_at - duration({minutes: $slack_minutes}) <= r.occurred_at
    AND r.occurred_at <= coalesce(o.ended_at, o.occurred_at + duration({hours: 12})) + duration({minutes: $slack_minutes})
}
RETURN r.receipt_number AS key, [r] AS records, [tie] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(r.occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {plate: v.plate, area: r.station_area, day: toString(date(r.occurred_at)), receipt: r.receipt_number, amount_fen: r.amount_fen} AS facts
