// title: Mark rejected rows whose repaired form was loaded
// params: rows, load
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (r:RejectedRow {uid: row})
SET r.repaired_in = $load
