// title: Record that migrations were applied, and by which version of the program
// params: rows, program
// returns: nothing
// scope: system
UNWIND $rows AS row
MERGE (m:Migration {version: row.version})
SET m.name = row.name, m.checksum = row.checksum, m.program = $program, m.applied_at = datetime()
