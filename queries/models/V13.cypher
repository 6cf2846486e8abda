// title: Journey without an order 无派车单出车
// model: V13
// version: 1
// severity: MEDIUM
// channel: VEHICLES
// problem: VEHICLE_PRIVATE_USE
// team: CONDUCT
// innocent: A car of law enforcement or rescue on duty; a card lent inside the fleet and logged; a gap of the positioning system
// innocent_zh: 执法、应急车辆执行任务；车队内部借卡且有登记；定位数据缺失
// because: {plate} drove {km} km to {place} on {when}: {what}
// because_zh: {plate}于{when}行驶{km}公里到{place}：{what_zh}
// parameter km Float 5 km -- Distance up to which no order is needed 无需派车的里程
// parameter slack_minutes Int 60 minutes -- How far outside its order a journey may lie 出车时间与派车单允许的误差
// params: km, slack_minutes
// returns: key, facts, records, ties, named
// scope: system
MATCH (t:Trip)-[:DRIVEN_WITH]->(v:Vehicle)
WHERE coalesce(v.is_official, true) AND v.stub IS NULL AND t.km > $km AND t.occurred_at IS NOT NULL
CALL (t, v) {
  OPTIONAL MATCH (o:DispatchOrder {order_number: t.dispatch_number})
  RETURN o ORDER BY EXISTS { (o)-[:ORDERED_FOR]->(v) } DESC, o.occurred_at LIMIT 1
}
WITH t, v, o, t.dispatch_number IS NULL AND NOT EXISTS {
  MATCH (v)<-[:ORDERED_FOR]-(any:DispatchOrder)
  WHERE coalesce(any.is_approved, true) AND any.occurred_at - duration({minutes: $slack_minutes}) <= t.occurred_at
    AND t.occurred_at <= coalesce(any.ended_at, any.occurred_at + duration({hours: 12})) + duration({minutes: $slack_minutes})
} AS bare,
  t.dispatch_number IS NOT NULL AND o.destination IS NOT NULL AND t.end_place IS NOT NULL
  AND NOT (o.destination CONTAINS t.end_place OR t.end_place CONTAINS o.destination)
  AND NOT any(i IN range(0, size(o.destination) - 3) WHERE t.end_place CONTAINS substring(o.destination, i, 3)) AS elsewhere
WHERE bare OR elsewhere OR o.is_approved = false OR (t.dispatch_number IS NOT NULL AND o IS NOT NULL AND NOT EXISTS { (o)-[:ORDERED_FOR]->(v) })
RETURN t.trip_number AS key, [x IN [t, o] WHERE x IS NOT NULL] AS records, [] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(t.occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {plate: v.plate, km: t.km, place: coalesce(t.end_place, '?'), when: replace(toString(t.occurred_at), 'T', ' '),
   what: CASE WHEN bare THEN 'there is no order' WHEN o.is_approved = false THEN 'the order was refused' WHEN elsewhere THEN 'the order names ' + o.destination ELSE 'the order is for another car' END,
   what_zh: CASE WHEN bare THEN '无派车单' WHEN o.is_approved = false THEN '派车单未批准' WHEN elsewhere THEN '派车单目的地为' + o.destination ELSE '派车单为其他车辆' END} AS facts
