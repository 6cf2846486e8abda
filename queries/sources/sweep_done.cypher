// title: Keep that all keys of a source have been compared now
// params: name
// returns: nothing
// scope: system
MERGE (s:SourceState {name: $name})
SET s.swept_at = datetime()
