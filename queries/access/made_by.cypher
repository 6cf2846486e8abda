// title: Who made a request for access that the viewer sees
// params: viewer_officer, viewer_teams, uid
// returns: by
// scope: own
MATCH (r:AccessRequest {uid: $uid})
WHERE is_of_request(r)
RETURN r.by AS by
