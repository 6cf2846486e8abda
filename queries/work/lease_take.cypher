// title: Take the lease of the loaders if it is free, run out, or held by a process that is gone
// params: holder, gone, seconds
// returns: holder, left
// scope: system
MERGE (l:MigrationLock {uid: 'loads'})
WITH l, l.holder IS NULL OR l.holder IN [$holder, $gone] OR l.until < datetime() AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | SET l.holder = $holder, l.until = datetime() + duration({seconds: $seconds}))
RETURN l.holder AS holder, duration.inSeconds(datetime(), l.until).seconds AS left
