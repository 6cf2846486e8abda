// title: Card away from its car 卡车分离加油
// model: V2
// version: 1
// severity: HIGH
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: A car of law enforcement or rescue on duty; a card lent inside the fleet and logged; a gap of the positioning system
// innocent_zh: 执法、应急车辆执行任务；车队内部借卡且有登记；定位数据缺失
// because: {plate} stood {km} km from {station} when {receipt} was paid on {day}
// because_zh: {day}刷卡加油（流水号{receipt}）时，{plate}停在距{station}{km}公里处
// parameter km Float 5 km -- Distance between car and station that is too far 车辆与油站的距离上限
// parameter fix_age_hours Int 24 hours -- How old the last position may be 最近定位的有效时长
// params: km, fix_age_hours
// returns: key, facts, records, ties, named
// scope: system
MATCH (r:Refuelling)
WHERE r.longitude IS NOT NULL
WITH r, car_of(r) AS car
WITH r, car[0] AS v, car[1] AS tie
WHERE v IS NOT NULL
MATCH (v)<-[:DRIVEN_WITH]-(t:Trip)
WHERE t.longitude IS NOT NULL AND t.occurred_at <= r.occurred_at
WITH r, v, tie, t ORDER BY t.occurred_at, t.trip_number
WITH r, v, tie, last(collect(t)) AS t
WITH r, v, tie, t, coalesce(t.ended_at, t.occurred_at) AS since, point.distance(point({longitude: r.longitude, latitude: r.latitude}),
  point({longitude: t.longitude, latitude: t.latitude})) / 1000 AS km
WHERE since <= r.occurred_at AND r.occurred_at <= since + duration({hours: $fix_age_hours}) AND km > $km
RETURN r.receipt_number AS key, [r, t] AS records, [tie] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(r.occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {km: round(km, 1), plate: v.plate, station: coalesce(r.station, '?'), day: toString(date(r.occurred_at)), receipt: r.receipt_number, amount_fen: r.amount_fen} AS facts
