// title: Keep that a request for access was taken back
// params: uid, said
// returns: nothing
// scope: system
MATCH (r:AccessRequest {uid: $uid})
SET r += $said, r.revoked_at = datetime()
