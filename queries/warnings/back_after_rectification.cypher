// title: Back after it was put right 整改后再发
// params: viewer_audiences, since
// returns: many, matters, facts
// scope: shared
// because: Problems found since {since} that had been put right before: {number}, among them {later}, once {earlier} ({state: Rectification})
// because_zh: {since}以来发现的{number}个问题此前已整改，其中{later}曾作为{earlier}（{state: Rectification}）
// weight: 3
// most: 6
UNWIND near AS each
WITH each.matter AS m, each.day AS day
WHERE each.is_timely AND day > date($since)
MATCH (m)-[y:REPEATS]->(e:AuditFinding|InspectionIssue)
WHERE visible(y, e) AND was_put_right(e, day)
WITH m, day, e ORDER BY e.found_on DESC, e.number, known_by(e)
WITH m, day, collect(e)[0] AS e ORDER BY day DESC, m.number, known_by(m)
WITH collect(m) AS later, collect(e) AS earlier
WHERE size(later) > 0
RETURN size(later) AS many, later AS matters, {number: size(later), since: $since, later: later[0].number, earlier: earlier[0].number, state: earlier[0].rectification} AS facts
