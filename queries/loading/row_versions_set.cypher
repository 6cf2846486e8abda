// title: Keep the newest version of rows; a deleted row is kept too, so that an older update cannot bring it back
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MERGE (r:SourceRow {uid: row.uid})
SET r = row
