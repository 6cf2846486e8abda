// title: Let one step on a request for access after the other
// params: uid
// returns: nothing
// scope: system
MATCH (r:AccessRequest {uid: $uid})
SET r.steps = coalesce(r.steps, 0) + 1
