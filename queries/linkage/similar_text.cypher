// title: Texts much alike 文字相近
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// alike: TEXT
// alike_because: The texts of both are much alike beyond stock phrases: “{here_words}” here, “{there_words}” there; {degree} matters have such a text
// alike_because_zh: 两件事项除套话外文字表述相近（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项如此表述
// weight: 0.9
