// title: Forget the versions of rows that are to be as if they had never been stated
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (r:SourceRow {uid: uid})
DELETE r
