// title: Matters of every kind
// params: viewer_audiences
// returns: Matter
// scope: shared
// filter channel [Channel!]: n.channel IN $channel -- Channels of supervision of the matters 事项渠道
// filter problem [Problem!]: n.problem IN $problem -- Kinds of problem of the matters 事项问题类型
// filter from Date: came_on(n) >= date($from) -- Matters of this day or later 事项起始
// filter to Date: came_on(n) <= date($to) -- Matters of this day or earlier 事项截止
// filter unit ID: EXISTS { (n)-[x:NAMES]->(u:Unit {uid: $unit}) WHERE visible(x, u) } -- Matters that name this unit 事项涉及单位
// filter person ID: EXISTS { (n)-[x:NAMES]->(p:Person {uid: $person}) WHERE visible(x, p) } -- Matters that name this person 事项涉及人员
// filter team String: EXISTS { (n)-[h:HANDLED_BY]->(t:Team {team_code: $team}) WHERE visible(h, t) } -- Matters handled by the team with this code 事项承办部门
// order NEWEST: came_on(n) DESC date -- Newest matter first
// order OLDEST: came_on(n) ASC date -- Oldest matter first
MATCH (n:Matter)
WHERE visible(n)
