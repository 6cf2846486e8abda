// title: Alerts
// params: viewer_audiences
// returns: Alert
// scope: shared
// filter id ID: n.KEY_ = $id -- The alerts with this id Alert 标识
// filter number String: n.number = $number -- Number of the alert 预警编号
// filter channel [Channel!]: n.channel IN $channel -- Channels of supervision of the alerts 预警渠道
// filter problem [Problem!]: n.problem IN $problem -- Kinds of problem of the alerts 预警问题类型
// filter from DateTime: n.raised_at >= localdatetime($from) -- Alerts of this time or later 预警起始
// filter to DateTime: n.raised_at <= localdatetime($to) -- Alerts of this time or earlier 预警截止
// filter unit ID: EXISTS { (n)-[x:NAMES]->(u:Unit {uid: $unit}) WHERE visible(x, u) } -- Alerts that name this unit 预警涉及单位
// filter person ID: EXISTS { (n)-[x:NAMES]->(p:Person {uid: $person}) WHERE visible(x, p) } -- Alerts that name this person 预警涉及人员
// filter team String: EXISTS { (n)-[h:HANDLED_BY]->(t:Team {team_code: $team}) WHERE visible(h, t) } -- Alerts handled by the team with this code 预警承办部门
// filter state [AlertState!]: alert_state(n) IN $state -- States of the alerts 预警状态
// filter severity [Severity!]: n.severity IN $severity -- Severities of the alerts 预警级别
// filter isCompared Boolean: n.model_version IS NOT NULL = $isCompared -- Alerts that a comparison model raised here, or those that other systems sent 本系统比对产生
// filter model [String!]: n.model IN $model -- Comparison models that raised the alerts, such as V1 比对模型编号
// filter minAmountFen Fen: n.amount_fen >= $minAmountFen -- Alerts of at least this amount in fen 预警金额下限
// order NEWEST: n.raised_at DESC localdatetime -- Newest alert first
// order OLDEST: n.raised_at ASC localdatetime -- Oldest alert first
// order NUMBER: n.number ASC -- By number of the alert
// order AMOUNT: n.amount_fen DESC -- Largest amount of the alert first
MATCH (n:Alert)
WHERE visible(n)
