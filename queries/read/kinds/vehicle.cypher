// title: Vehicles
// params: viewer_audiences
// returns: Vehicle
// scope: shared
// filter id ID: n.KEY_ = $id -- The vehicles with this id Vehicle 标识
// filter plate String: n.plate = $plate -- Plate of the vehicle in normal form 车牌号
// filter isOfficial Boolean: n.is_official = $isOfficial -- Official vehicles, or private ones 是否公务用车
// filter owner ID: EXISTS { (n)-[o:OWNED_BY]->(u:Unit|Person {uid: $owner}) WHERE visible(o, u) } -- Vehicles that belong to this unit or person 车辆所有人
// order PLATE: n.plate ASC -- By plate
MATCH (n:Vehicle)
WHERE visible(n)
