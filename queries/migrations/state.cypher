// title: Whether a migration was applied, and with which statements
// params: version
// returns: checksum
// scope: system
MATCH (m:Migration {version: $version})
RETURN m.checksum AS checksum
