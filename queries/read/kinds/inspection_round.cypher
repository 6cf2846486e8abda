// title: Inspection rounds
// params: viewer_audiences
// returns: InspectionRound
// scope: shared
// filter id ID: n.KEY_ = $id -- The inspection with this id InspectionRound 标识
// filter code String: n.round_code = $code -- Code of the round 轮次编号
// filter kind [RoundKind!]: n.round_kind IN $kind -- Kinds of the rounds 巡察方式
// order NEWEST: n.begins_on DESC date -- Newest round first
MATCH (n:InspectionRound)
WHERE visible(n)
