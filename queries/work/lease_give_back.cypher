// title: Give the lease of the loaders back
// params: holder
// returns: nothing
// scope: system
MATCH (l:MigrationLock {uid: 'loads'})
WHERE l.holder = $holder
REMOVE l.holder, l.until
