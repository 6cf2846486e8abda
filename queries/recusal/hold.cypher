// title: Let one decision on a recusal come after the other
// params: uid
// returns: nothing
// scope: system
MATCH (k:Recusal {uid: $uid})
SET k.steps = coalesce(k.steps, 0) + 1
