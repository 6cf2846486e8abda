// title: Open loads again whose rows stand again
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (l:Load {uid: uid, closed: true})
SET l.state = 'DONE', l.closed = null
