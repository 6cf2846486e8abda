// title: Loads of the sources, newest first; for the teams that hold the source and those that run the platform
// params: viewer_teams, viewer_grants
// returns: Load
// scope: own
// tie: row.source, coalesce(row.file, ''), row.id
// order NEWEST: row.started_at DESC -- Newest load first
MATCH (l:Load)
WHERE l.holder IN $viewer_teams OR 'WATCH_SOURCES' IN $viewer_grants
WITH {id: l.uid, source: l.source, file: l.file, state: l.state, started_at: toString(l.started_at), finished_at: toString(l.finished_at),
  read: l.read, merged: l.merged, unchanged: l.unchanged, rejected: l.rejected, removed: l.removed, watermark: l.watermark,
  rejects: COLLECT {
    MATCH (r:RejectedRow)-[:REJECTED_IN]->(l) WITH r ORDER BY r.row, r.column, r.reason LIMIT 100
    RETURN {row: r.row, column: r.column, reason: r.reason, reason_zh: r.reason_zh}
  }} AS row
WHERE true
