// title: Sources whose time has come and that nobody runs, but the one held by who asks, the one that waits longest first
// params: held
// returns: name
// scope: system
MATCH (s:SourceState)
WHERE s.next_run_at <= datetime()
  AND (s.name = $held OR NOT EXISTS { MATCH (l:MigrationLock {uid: 'source:' + s.name}) WHERE l.until > datetime() })
RETURN s.name AS name
ORDER BY s.next_run_at
