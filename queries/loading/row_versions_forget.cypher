// title: Forget the versions of rows that are to be as if they had never been stated, but of sealed ones, which stay out
// params: uids, last
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (r:SourceRow {uid: uid})
WHERE r.version < $last
DELETE r
