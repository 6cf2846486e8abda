// title: Show on survivors what only those merged into them say
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (s:LABEL_ {uid: row.uid})
SET s:Stirred, s += row.shown
REMOVE s:Lacking
