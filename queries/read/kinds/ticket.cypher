// title: Tickets
// params: viewer_audiences
// returns: Ticket
// scope: shared
// filter id ID: n.KEY_ = $id -- The tickets with this id 投诉件标识
// filter number String: n.number = $number -- Number of the ticket 投诉件编号
// filter channel [Channel!]: n.channel IN $channel -- Channels of supervision of the tickets 投诉件渠道
// filter problem [Problem!]: n.problem IN $problem -- Kinds of problem of the tickets 投诉件问题类型
// filter from DateTime: n.asked_at >= localdatetime($from) -- Tickets of this time or later 投诉件起始
// filter to DateTime: n.asked_at <= localdatetime($to) -- Tickets of this time or earlier 投诉件截止
// filter unit ID: EXISTS { (n)-[x:NAMES]->(u:Unit {uid: $unit}) WHERE visible(x, u) } -- Tickets that name this unit 投诉件涉及单位
// filter person ID: EXISTS { (n)-[x:NAMES]->(p:Person {uid: $person}) WHERE visible(x, p) } -- Tickets that name this person 投诉件涉及人员
// filter team String: EXISTS { (n)-[h:HANDLED_BY]->(t:Team {team_code: $team}) WHERE visible(h, t) } -- Tickets handled by the team with this code 投诉件承办部门
// filter state [TicketState!]: n.state IN $state -- States of the tickets 投诉件状态
// order NEWEST: n.asked_at DESC localdatetime -- Newest ticket first
// order OLDEST: n.asked_at ASC localdatetime -- Oldest ticket first
// order NUMBER: n.number ASC -- By number of the ticket
MATCH (n:Ticket)
WHERE visible(n)
