// title: Take the mark off people about whom was asked
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (n:Person {uid: uid})
REMOVE n:Parting
