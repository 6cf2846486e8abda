// title: Take back that matters say something alike
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (:MATTERS_ {uid: row.one})-[r:SAYS_ALIKE {uid: row.uid}]->()
DELETE r
