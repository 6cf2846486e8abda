// title: Requests for access, newest first, those that the viewer made and those that are addressed to a team of the viewer's
// params: viewer_audiences, viewer_officer, viewer_teams
// returns: AccessRequest
// scope: own
// tie: row.by, row.id
// filter state [AccessState!]: row.state IN $state -- States of the requests 申请状态
// filter team String: row.team = $team -- Requests to the team with this code 被申请部门
// order NEWEST: row.asked_at DESC -- Newest request first
MATCH (r:AccessRequest)
WHERE is_of_request(r)
ACCESS_
WHERE true
