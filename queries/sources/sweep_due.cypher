// title: Whether the keys of a source were not compared within this time
// params: name, seconds
// returns: due
// scope: system
RETURN NOT EXISTS {
  MATCH (s:SourceState {name: $name}) WHERE s.swept_at > datetime() - duration({seconds: $seconds})
} AS due
