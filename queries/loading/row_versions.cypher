// title: Versions of rows that are known, for sources that state one
// params: uids
// returns: uid, version, content
// scope: system
UNWIND $uids AS uid
MATCH (r:SourceRow {uid: uid})
RETURN r.uid AS uid, r.version AS version, r.content AS content
