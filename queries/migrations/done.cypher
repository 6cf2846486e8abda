// title: Record that a migration was applied
// params: version, name, checksum
// returns: nothing
// scope: system
MERGE (m:Migration {version: $version})
SET m.name = $name, m.checksum = $checksum, m.applied_at = datetime()
