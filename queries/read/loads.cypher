// title: Loads of the sources, newest first; for the teams that hold the source and those that run the platform
// params: viewer_teams, viewer_grants
// returns: Load
// scope: own
// tie: row.source, coalesce(row.file, ''), row.id
// order NEWEST: row.started_at DESC -- Newest load first
MATCH (l:Load)
WHERE l.holder IN $viewer_teams OR 'WATCH_SOURCES' IN $viewer_grants
LOAD_ROW_
WHERE true
