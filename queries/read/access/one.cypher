// title: One request for access, for who made it and for the team that it is addressed to
// params: viewer_audiences, viewer_officer, viewer_teams, id
// returns: AccessRequest
// scope: own
// tie: row.id
MATCH (r:AccessRequest {uid: $id})
WHERE is_of_request(r)
ACCESS_
WHERE true
