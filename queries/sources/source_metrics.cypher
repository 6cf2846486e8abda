// title: How each source stands, in numbers
// params: none
// returns: sources
// scope: system
MATCH (s:Source)
OPTIONAL MATCH (t:SourceState {name: s.name})
WITH s, t, EXISTS { MATCH (k:MigrationLock {uid: 'source:' + s.name}) WHERE k.until > datetime() } AS runs,
  COLLECT { MATCH (d:Load {source: s.name, state: 'DONE'}) RETURN d ORDER BY d.finished_at DESC LIMIT 1 }[0] AS d
RETURN collect({
  name: s.name, told: coalesce(s.classification <> 'WORK_SECRET' AND NOT s.seals, false), runs: CASE WHEN runs THEN 1 ELSE 0 END, failures: coalesce(t.failures, 0),
  lag: duration.inSeconds(CASE WHEN t.succeeded_at > d.finished_at OR d IS NULL THEN t.succeeded_at ELSE d.finished_at END, datetime()).seconds,
  overdue: CASE
    WHEN t.next_run_at <= datetime() THEN duration.inSeconds(t.next_run_at, datetime()).seconds
    WHEN t.next_run_at IS NOT NULL THEN 0 END,
  read: coalesce(t.read, d.read), merged: coalesce(t.merged, d.merged), unchanged: coalesce(t.unchanged, d.unchanged),
  rejected: coalesce(t.rejected, d.rejected), removed: coalesce(t.removed, d.removed)
}) AS sources
