// title: Take back that matters say something alike
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (one:MATTERS_ {uid: row.one})-[r:SAYS_ALIKE {uid: row.uid}]->()
SET one:Stirred
DELETE r
