// title: Clues
// params: viewer_audiences
// returns: Clue
// scope: shared
// filter id ID: n.KEY_ = $id -- The clues with this id 线索标识
// filter number String: n.number = $number -- Number of the clue 线索编号
// filter channel [Channel!]: n.channel IN $channel -- Channels of supervision of the clues 线索渠道
// filter problem [Problem!]: n.problem IN $problem -- Kinds of problem of the clues 线索问题类型
// filter from Date: n.received_on >= date($from) -- Clues of this day or later 线索起始
// filter to Date: n.received_on <= date($to) -- Clues of this day or earlier 线索截止
// filter unit ID: EXISTS { (n)-[x:NAMES]->(u:Unit {uid: $unit}) WHERE visible(x, u) } -- Clues that name this unit 线索涉及单位
// filter person ID: EXISTS { (n)-[x:NAMES]->(p:Person {uid: $person}) WHERE visible(x, p) } -- Clues that name this person 线索涉及人员
// filter stage [ClueStage!]: clue_stage(n) IN $stage -- Stages of the clues in their life here 线索办理阶段
// filter heldBy String: clue_holder(n) = $heldBy -- Clues that the team with this code holds now 线索当前承办部门
// lead stage: clues_at($stage)
// lead heldBy: clues_held_by($heldBy)
// filter team String: EXISTS { (n)-[h:HANDLED_BY]->(t:Team {team_code: $team}) WHERE visible(h, t) } -- Clues handled by the team with this code 线索承办部门
// filter status [ClueStatus!]: n.status IN $status -- Stages of the clues 线索状态
// filter cameBy [ClueSource!]: n.came_by IN $cameBy -- Ways by which the clues came 线索来源方式
// filter minAmountFen Fen: n.amount_fen >= $minAmountFen -- Clues of at least this amount in fen 线索金额下限
// order NEWEST: n.received_on DESC date -- Newest clue first
// order OLDEST: n.received_on ASC date -- Oldest clue first
// order NUMBER: n.number ASC -- By number of the clue
// order AMOUNT: n.amount_fen DESC -- Largest amount of the clue first
MATCH (n:Clue)
WHERE visible(n)
