// title: Same nickname 同一绰号
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// alike: NICKNAME
// alike_because: The texts of both call somebody {shared}, which one of them tells as a nickname: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都称某人为“{shared}”（其中明确为绰号；本件“{here_words}”，另一件“{there_words}”），共有{degree}件提到
// weight: 0.85
