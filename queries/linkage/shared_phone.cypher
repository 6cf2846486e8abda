// title: Shared phone 共用电话
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// shares: Phone
// because: Both name the phone number {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及电话{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// through: USES_PHONE
// through_because: One names the phone number {shared}, the other names {holder}, which uses it
// through_because_zh: 一件涉及电话{shared}，另一件涉及{holder}，后者使用该号码
// alike: PHONE
// alike_because: The texts of both speak of the phone number {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到电话{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// weight: 0.92
