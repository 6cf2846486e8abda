// title: Keep receipts of rows that were sealed: where they came, why, and a keyed hash of their key
// params: load, rows
// returns: nothing
// scope: system
MATCH (l:Load {uid: $load})
UNWIND $rows AS row
MERGE (r:SealedReceipt {uid: row.uid})
ON CREATE SET r.received_at = datetime()
SET r += row
MERGE (r)-[:SEALED_IN]->(l)
