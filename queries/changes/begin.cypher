// title: Begin the journal of changes, once
// params: none
// returns: nothing
// scope: system
MERGE (b:ChangeBook {uid: 'changes'})
ON CREATE SET b.last = 0
