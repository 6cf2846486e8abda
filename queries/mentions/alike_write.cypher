// title: Keep which matters say something alike
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (one:MATTERS_ {uid: row.one})
MATCH (other:MATTERS_ {uid: row.other})
MERGE (one)-[r:SAYS_ALIKE {uid: row.p.uid}]->(other)
SET r = row.p, one:Stirred
