// title: How often a source has failed since it last went well, and whether its last run told how it ended
// params: name
// returns: failures, is_open
// scope: system
MATCH (s:SourceState {name: $name})
RETURN coalesce(s.failures, 0) AS failures,
  s.finished_at IS NULL OR s.next_run_at <= datetime() AS is_open
