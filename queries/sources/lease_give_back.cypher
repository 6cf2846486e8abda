// title: Give a lease back
// params: name, holder
// returns: nothing
// scope: system
MATCH (l:MigrationLock {uid: $name})
WHERE l.holder = $holder
REMOVE l.holder, l.until
