// title: Same contract 同一合同
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: part
// shares: Contract
// because: Both name the contract {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及合同{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// weight: 0.95
