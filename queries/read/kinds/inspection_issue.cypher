// title: Inspection issues
// params: viewer_audiences
// returns: InspectionIssue
// scope: shared
// filter number String: n.number = $number -- Number of the issue 巡察问题编号
// filter channel [Channel!]: n.channel IN $channel -- Channels of supervision of the issues 巡察问题渠道
// filter problem [Problem!]: n.problem IN $problem -- Kinds of problem of the issues 巡察问题问题类型
// filter from Date: n.found_on >= date($from) -- Issues of this day or later 巡察问题起始
// filter to Date: n.found_on <= date($to) -- Issues of this day or earlier 巡察问题截止
// filter unit ID: EXISTS { (n)-[x:NAMES]->(u:Unit {uid: $unit}) WHERE visible(x, u) } -- Issues that name this unit 巡察问题涉及单位
// filter person ID: EXISTS { (n)-[x:NAMES]->(p:Person {uid: $person}) WHERE visible(x, p) } -- Issues that name this person 巡察问题涉及人员
// filter team String: EXISTS { (n)-[h:HANDLED_BY]->(t:Team {team_code: $team}) WHERE visible(h, t) } -- Issues handled by the team with this code 巡察问题承办部门
// filter rectification [Rectification!]: n.rectification IN $rectification -- States of the issues' rectification 巡察整改状态
// filter round ID: EXISTS { (n)-[f:FOUND_DURING]->(r:InspectionRound {uid: $round}) WHERE visible(f, r) } -- Issues found in this round 所属轮次
// filter isRepeat Boolean: n.is_repeat = $isRepeat -- Issues that were found before, or were not 是否屡查屡犯
// filter minAmountFen Fen: n.amount_fen >= $minAmountFen -- Issues of at least this amount in fen 巡察问题金额下限
// order NEWEST: n.found_on DESC date -- Newest issue first
// order OLDEST: n.found_on ASC date -- Oldest issue first
// order NUMBER: n.number ASC -- By number of the issue
// order AMOUNT: n.amount_fen DESC -- Largest amount of the issue first
MATCH (n:InspectionIssue)
WHERE visible(n)
