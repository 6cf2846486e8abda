// title: Same person 同一人员
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// shares: Person
// because: Both name the person {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及人员{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// alike: RESIDENT_ID
// alike_because: The texts of both speak of the id number {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到身份号码{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// weight: 0.95
