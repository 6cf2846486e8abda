// title: Keep audiences that are new
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MERGE (a:Audience {number: row.number})
ON CREATE SET a.readers = row.readers
