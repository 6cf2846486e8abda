// title: Audit findings
// params: viewer_audiences
// returns: AuditFinding
// scope: shared
// filter number String: n.number = $number -- Number of the finding 审计问题编号
// filter channel [Channel!]: n.channel IN $channel -- Channels of supervision of the findings 审计问题渠道
// filter problem [Problem!]: n.problem IN $problem -- Kinds of problem of the findings 审计问题问题类型
// filter from Date: n.found_on >= date($from) -- Findings of this day or later 审计问题起始
// filter to Date: n.found_on <= date($to) -- Findings of this day or earlier 审计问题截止
// filter unit ID: EXISTS { (n)-[x:NAMES]->(u:Unit {uid: $unit}) WHERE visible(x, u) } -- Findings that name this unit 审计问题涉及单位
// filter person ID: EXISTS { (n)-[x:NAMES]->(p:Person {uid: $person}) WHERE visible(x, p) } -- Findings that name this person 审计问题涉及人员
// filter team String: EXISTS { (n)-[h:HANDLED_BY]->(t:Team {team_code: $team}) WHERE visible(h, t) } -- Findings handled by the team with this code 审计问题承办部门
// filter rectification [Rectification!]: n.rectification IN $rectification -- States of the findings' rectification 审计整改状态
// filter minAmountFen Fen: n.amount_fen >= $minAmountFen -- Findings of at least this amount in fen 审计问题金额下限
// order NEWEST: n.found_on DESC date -- Newest finding first
// order OLDEST: n.found_on ASC date -- Oldest finding first
// order NUMBER: n.number ASC -- By number of the finding
// order AMOUNT: n.amount_fen DESC -- Largest amount of the finding first
MATCH (n:AuditFinding)
WHERE visible(n)
