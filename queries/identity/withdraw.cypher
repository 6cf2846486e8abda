// title: Take back pairs that are no longer worth looking at, unless a person has judged them
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (c:IdentityCandidate {uid: uid})
WHERE NOT EXISTS { (c)<-[:JUDGES]-() }
DETACH DELETE c
