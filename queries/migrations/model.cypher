// title: Record for which model the constraints and indexes were made, and which of them are ours
// params: name, properties
// returns: nothing
// scope: system
MERGE (m:Migration {name: $name})
SET m += $properties, m.applied_at = datetime()
