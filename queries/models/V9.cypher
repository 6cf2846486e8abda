// title: Fuel against distance 油耗与里程不符
// model: V9
// version: 1
// severity: MEDIUM
// channel: VEHICLES
// problem: PRIVATE_CAR_PUBLIC_FUEL
// team: CONDUCT
// innocent: Gaps of the positioning system; idling on duty; a full tank at the end of the quarter
// innocent_zh: 定位数据缺失；执勤怠速；季末加满
// because: {plate} took {litres} litres for {km} km in {quarter}, {rate} litres per 100 km where {rated} are rated and the fleet takes {usual} times as much
// because_zh: {plate}在{quarter}加油{litres}升、行驶{km}公里，百公里{rate}升，额定{rated}升，车队同期为额定的{usual}倍
// parameter factor Float 1.3 ratio -- How far the consumption of the fleet, or the rated one, may be passed 与车队同期水平或额定油耗之比上限
// parameter tanks Float 2 tanks -- Tanks that the excess must come to 超出量折合油箱数
// parameter least_km Int 300 km -- Distance of a quarter below which nothing is said 季度最低里程
// parameter least_fuellings Int 3 times -- Fuellings of a quarter below which nothing is said 季度最少加油次数
// params: factor, tanks, least_km, least_fuellings
// returns: key, facts, records, ties, named
// scope: system
MATCH (v:Vehicle)
WHERE v.rated_litres > 0
CALL (v) {
  CALL (v) {
    MATCH (v)<-[:REFUELLED]-(r:Refuelling)
    RETURN r
    UNION
    MATCH (v)<-[b:BOUND_TO]-(:FuelCard)<-[:PAID_WITH]-(r:Refuelling)
    WHERE held_on(b, date(r.occurred_at)) AND NOT EXISTS { (r)-[:REFUELLED]->(:Vehicle) }
    RETURN r
  }
  WITH r
  WHERE r.occurred_at IS NOT NULL AND r.litres IS NOT NULL
  WITH date(r.occurred_at) AS day, r ORDER BY r.occurred_at, r.receipt_number
  RETURN toString(day.year) + 'Q' + toString(day.quarter) AS quarter, collect(r) AS found, sum(r.litres) AS litres
}
CALL (v, quarter) {
  MATCH (v)<-[:DRIVEN_WITH]-(t:Trip)
  WHERE t.km IS NOT NULL AND toString(date(t.occurred_at).year) + 'Q' + toString(date(t.occurred_at).quarter) = quarter
  RETURN sum(t.km) AS km, collect(t) AS trips
}
WITH v, quarter, found, trips, litres, km, litres / CASE WHEN km > 0 THEN km END * 100 AS rate
WHERE km >= $least_km AND size(found) >= $least_fuellings
WITH quarter, collect({v: v, found: found, trips: trips, litres: litres, km: km, rate: rate, over: rate / v.rated_litres}) AS cars, percentileCont(rate / v.rated_litres, 0.5) AS usual
UNWIND cars AS car
// Of fewer than three cars the one in question would be its own measure.
WITH quarter, car, car.v AS v, CASE WHEN usual > 1 AND size(cars) > 2 THEN usual ELSE 1.0 END AS usual
WHERE car.over > usual * $factor AND car.litres > car.km * v.rated_litres * usual / 100 + $tanks * coalesce(v.tank_litres, 60.0)
RETURN v.plate + '|' + quarter AS key, car.found + car.trips AS records, [] AS ties, [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(car.found[0].occurred_at)) | ['SUBJECT_UNIT', u, says]] AS named,
  {plate: v.plate, quarter: quarter, litres: round(car.litres, 1), km: round(car.km, 1), rate: round(car.rate, 1), rated: v.rated_litres, usual: round(usual, 2),
   amount_fen: reduce(sum = 0, x IN car.found | sum + coalesce(x.amount_fen, 0))} AS facts
