// title: Shared account 共用账户
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// shares: Account
// because: Both name the account {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及账户{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// through: USES_ACCOUNT
// through_because: One names the account {shared}, the other names {holder}, which uses it
// through_because_zh: 一件涉及账户{shared}，另一件涉及{holder}，后者使用该账户
// alike: ACCOUNT
// alike_because: The texts of both speak of the account {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到账户{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// weight: 0.95
