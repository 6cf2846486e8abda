// title: Mark rejected rows whose repaired form was loaded, and what the repair has answered
// params: rows, load, tried, mended
// returns: nothing
// scope: system
OPTIONAL MATCH (l:Load {uid: $load})
SET l.tried = $tried, l.mended = $mended
WITH count(*) AS one
UNWIND $rows AS row
MATCH (r:RejectedRow {uid: row})
SET r.repaired_in = $load
