// title: Keep rejected rows of a load
// params: load, rows
// returns: nothing
// scope: system
MATCH (l:Load {uid: $load})
UNWIND $rows AS row
MERGE (r:RejectedRow {uid: row.uid})
SET r = row
MERGE (r)-[:REJECTED_IN]->(l)
