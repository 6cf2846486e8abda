// title: Units
// params: viewer_audiences
// returns: Unit
// scope: shared
// filter id ID: n.KEY_ = $id -- The units with this id Unit 标识
// filter uscc String: n.uscc = $uscc -- Unified social credit code of the unit 统一社会信用代码
// filter name String: n.name = $name -- Exact name of the units 单位名称
// filter kind [UnitKind!]: n.unit_kind IN $kind -- Kinds of the units 单位类别
// filter superior ID: EXISTS { (n)-[s:UNDER]->(u:Unit {uid: $superior}) WHERE visible(s, u) } -- Units directly under this one 上级单位
// filter isEnrolled Boolean: n.is_enrolled = $isEnrolled -- Units enrolled in the palm platform, or not 是否入驻
// order NAME: n.name ASC -- By name of the unit
MATCH (n:Unit)
WHERE visible(n)
