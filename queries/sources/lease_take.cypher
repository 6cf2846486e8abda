// title: Take the lease of all loads, or of one source, if it is free, run out, or held by a process that is gone
// params: name, holder, gone, seconds
// returns: holder, left
// scope: system
MERGE (l:MigrationLock {uid: $name})
WITH l, l.holder IS NULL OR l.holder IN [$holder, $gone] OR l.until < datetime() AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | SET l.holder = $holder, l.until = datetime() + duration({milliseconds: toInteger(1000 * $seconds)}))
RETURN l.holder AS holder, duration.inSeconds(datetime(), l.until).seconds AS left
