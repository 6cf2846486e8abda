// title: Same project 同一项目
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// shares: Project
// because: Both name the project {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及项目{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// through: UNDER_PROJECT
// through_because: One names the project {shared}, the other names {holder}, which carries it out
// through_because_zh: 一件涉及项目{shared}，另一件涉及{holder}，后者为该项目的合同
// weight: 0.95
