// title: Keep that an officer declares a ground of recusal
// params: uid, said, key
// returns: nothing
// scope: system
CREATE (k:Recusal {uid: $uid})
SET k += $said, k.client_key = $key, k.declared_at = datetime()
