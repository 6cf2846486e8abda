// title: Take the migration lock if it is free or its holder's lease has run out
// params: holder, seconds
// returns: holder
// scope: system
MERGE (l:MigrationLock {uid: 'migrations'})
ON CREATE SET l.holder = $holder, l.until = datetime() + duration({seconds: $seconds})
WITH l
WHERE l.holder IS NULL OR l.holder = $holder OR l.until < datetime()
SET l.holder = $holder, l.until = datetime() + duration({seconds: $seconds})
RETURN l.holder AS holder
