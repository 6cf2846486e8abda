// title: Keep how a run of a source ended, and when it runs again
// params: name, properties, good, wait
// returns: nothing
// scope: system
MERGE (s:SourceState {name: $name})
SET s += $properties, s.finished_at = datetime(),
  s.next_run_at = CASE WHEN $wait IS NOT NULL THEN datetime() + duration({seconds: $wait}) END,
  s.succeeded_at = CASE WHEN $good THEN datetime() ELSE s.succeeded_at END
