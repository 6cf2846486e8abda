// title: Give the migration lock back
// params: holder
// returns: nothing
// scope: system
MATCH (l:MigrationLock {uid: 'migrations'})
WHERE l.holder = $holder
REMOVE l.holder, l.until
