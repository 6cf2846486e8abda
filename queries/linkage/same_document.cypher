// title: One speaks of the document that the other has 同一文号
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// alike: DOCUMENT
// alike_because: Both speak of the document {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项都涉及文号{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项涉及
// weight: 0.95
