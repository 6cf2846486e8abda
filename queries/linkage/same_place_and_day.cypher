// title: Same place on the same day 同时同地
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// alike: PLACE_AND_DAY
// alike_because: The texts of both put somebody at the same place on the same day, {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到同一天同一地点{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// weight: 0.95
