// title: The same part twice 重复维修同一配件
// model: V14
// version: 1
// severity: MEDIUM
// channel: VEHICLES
// problem: VEHICLE_PRIVATE_USE
// team: CONDUCT
// innocent: A part that failed under warranty; an accident
// innocent_zh: 质保期内返修；事故维修
// because: {plate} had {part} done on {first} and again on {second}
// because_zh: {plate}于{first}维修{part}后，又于{second}维修同一项目
// parameter months Int 12 months -- Time within which a part is not to be done again 同一配件再次维修的间隔
// parameter wearing [String] ["保养","机油","机滤","洗车","补胎"] words -- Work that comes again by itself 正常反复的保养项目
// params: months, wearing
// returns: key, facts, records, ties, named
// scope: system
MATCH (a:VehicleRepair)-[:REPAIRED]->(v:Vehicle)<-[:REPAIRED]-(b:VehicleRepair)
WHERE a.part IS NOT NULL AND a.part = b.part AND a.occurred_on < b.occurred_on AND b.occurred_on < a.occurred_on + duration({months: $months})
  AND NOT any(word IN $wearing WHERE a.part CONTAINS word)
WITH v, b, a ORDER BY a.occurred_on, a.repair_number
WITH v, b, last(collect(a)) AS a
RETURN b.repair_number AS key, [a, b] AS records, [] AS ties,
  [['INVOLVED', v]] + [(v)-[says:OWNED_BY]->(u:Unit) WHERE held_on(says, date(b.occurred_on)) | ['SUBJECT_UNIT', u, says]] + [(b)-[says:REPAIRED_BY]->(s:Unit) | ['PAYEE', s, says]] AS named,
  {plate: v.plate, part: a.part, first: toString(a.occurred_on), second: toString(b.occurred_on), amount_fen: b.amount_fen} AS facts
