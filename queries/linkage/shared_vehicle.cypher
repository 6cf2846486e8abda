// title: Shared vehicle 同一车辆
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// shares: Vehicle
// because: Both name the vehicle {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及车辆{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// through: OWNED_BY
// through_because: One names the vehicle {shared}, the other names {holder}, which owns it
// through_because_zh: 一件涉及车辆{shared}，另一件涉及{holder}，后者为该车所有人
// alike: VEHICLE
// alike_because: The texts of both speak of the plate {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到车牌{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// weight: 0.92
