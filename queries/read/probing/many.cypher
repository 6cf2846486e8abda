// title: Officers who asked too often for what gave nothing, newest first, for who watches over that
// params: viewer_grants
// returns: Probing
// scope: own
// tie: row.by, row.id
// order NEWEST: row.at DESC -- Newest first
MATCH (k:Probing)
WHERE 'WATCH_PROBING' IN $viewer_grants
WITH {id: k.uid, by: k.by, misses: k.misses, since: toString(k.since), at: toString(k.at), until: toString(k.until)} AS row
WHERE true
