// title: Keep what a declaration says of when its source runs; one that is new is due at once
// params: name, properties
// returns: nothing
// scope: system
MERGE (known:Source {name: $name})
ON CREATE SET known.title = $properties.title, known.holder = $properties.holder
MERGE (s:SourceState {name: $name})
SET s.next_run_at = CASE
  WHEN $properties.every IS NULL THEN null
  WHEN s.next_run_at IS NULL OR s.next_run_at > datetime() + duration({seconds: $properties.every}) AND coalesce(s.failures, 0) = 0
    THEN datetime()
  ELSE s.next_run_at END
SET s.every = $properties.every
