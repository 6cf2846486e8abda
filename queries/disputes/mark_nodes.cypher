// title: Mark people of whom sources say what is said of plainly different people
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (n:Person {uid: uid})
SET n:Parting
