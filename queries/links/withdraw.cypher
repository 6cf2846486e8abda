// title: Take back proposals that no rule finds any more, unless somebody has judged them
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (l:Link {uid: uid})
WHERE l.state = 'PROPOSED'
DETACH DELETE l
