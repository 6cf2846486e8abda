// title: Show on survivors what only those merged into them say
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (s:LABEL_ {uid: row.uid})
SET s:Stirred:Keyless, s += row.shown
REMOVE s:Lacking
