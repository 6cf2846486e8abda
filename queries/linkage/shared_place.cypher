// title: Shared address 同一地点
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// shares: Place
// because: Both name the place {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及地点{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// through: LOCATED_AT
// through_because: One names the place {shared}, the other names {holder}, which is registered there
// through_because_zh: 一件涉及地点{shared}，另一件涉及{holder}，后者登记于该处
// alike: PLACE
// alike_because: The texts of both speak of the address {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到地址{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// alike_weight: 0.95
// weight: 0.5
