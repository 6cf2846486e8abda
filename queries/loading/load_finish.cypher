// title: End a load with its counts
// params: uid, state, counts
// returns: nothing
// scope: system
MATCH (l:Load {uid: $uid})
SET l += $counts, l.state = $state, l.finished_at = datetime()
