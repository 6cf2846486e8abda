// title: Keep what the owning team says to a request for access
// params: uid, said, until
// returns: nothing
// scope: system
MATCH (r:AccessRequest {uid: $uid})
SET r += $said, r.until = datetime($until), r.answered_at = datetime()
