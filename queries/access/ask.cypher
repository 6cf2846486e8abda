// title: Keep a request for access to what lies behind a hit
// params: uid, said, until, key
// returns: nothing
// scope: system
CREATE (r:AccessRequest {uid: $uid})
SET r += $said, r.client_key = $key, r.asked_until = datetime($until), r.asked_at = datetime()
