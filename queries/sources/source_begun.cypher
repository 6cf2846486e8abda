// title: Keep that a run of a source has begun
// params: name, by
// returns: nothing
// scope: system
MERGE (s:SourceState {name: $name})
SET s.started_at = datetime(), s.finished_at = null, s.by = $by, s.runs = coalesce(s.runs, 0) + 1
