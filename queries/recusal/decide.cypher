// title: Keep what a leader decides on a recusal
// params: uid, said
// returns: nothing
// scope: system
MATCH (k:Recusal {uid: $uid})
SET k += $said, k.decided_at = datetime()
