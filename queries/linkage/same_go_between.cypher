// title: Same name with the same number 同一中间人
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// alike: NAME_WITH_NUMBER
// alike_because: The texts of both name somebody with a number, {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到同名且号码相符的人{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// weight: 0.95
