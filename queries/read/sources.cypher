// title: Sources and how each stands, by name; for the teams that hold the source and those that run the platform
// params: viewer_teams, viewer_grants
// returns: Source
// scope: own
// tie: row.name
MATCH (s:Source)
WHERE s.holder IN $viewer_teams OR 'WATCH_SOURCES' IN $viewer_grants
OPTIONAL MATCH (t:SourceState {name: s.name})
WITH s, t, EXISTS { MATCH (k:MigrationLock {uid: 'source:' + s.name}) WHERE k.until > datetime() } AS runs,
  COLLECT { MATCH (l:Load {source: s.name}) WHERE l.state <> 'WITHDRAWN' RETURN l ORDER BY l.started_at DESC, l.file, l.uid LIMIT 1 }[0] AS l,
  COLLECT { MATCH (d:Load {source: s.name, state: 'DONE'}) RETURN d.finished_at ORDER BY d.finished_at DESC LIMIT 1 }[0] AS done
WITH s, t, l, runs, CASE WHEN t.succeeded_at > done OR done IS NULL THEN t.succeeded_at ELSE done END AS succeeded_at
WITH {name: s.name, title: s.title, holder: s.holder, every_seconds: t.every,
  state: CASE
    WHEN runs THEN 'RUNNING'
    WHEN t.failures > 0 OR l.state IN ['FAILED', 'REFUSED'] THEN 'FAILED'
    WHEN l.state = 'RUNNING' OR (t.started_at IS NOT NULL AND t.finished_at IS NULL) THEN 'BROKEN_OFF'
    WHEN t.next_run_at + duration({seconds: coalesce(t.every, 0)}) <= datetime() THEN 'OVERDUE'
    WHEN t.next_run_at <= datetime() THEN 'DUE'
    WHEN succeeded_at IS NULL THEN 'NEVER'
    ELSE 'IDLE' END,
  started_at: toString(coalesce(t.started_at, l.started_at)), finished_at: toString(coalesce(t.finished_at, l.finished_at)),
  succeeded_at: toString(succeeded_at), next_run_at: toString(t.next_run_at),
  lag_seconds: duration.inSeconds(succeeded_at, datetime()).seconds,
  failures: coalesce(t.failures, 0), last_error: t.last_error, swept_at: toString(t.swept_at),
  last_load: CASE WHEN l IS NULL THEN null ELSE COLLECT { WITH l
    LOAD_ROW_
    RETURN row }[0] END} AS row
WHERE true
