// title: How many nodes the graph holds beside the marks of its schema
// params: none
// returns: nodes
// scope: system
MATCH (n)
WITH count(n) AS every
OPTIONAL MATCH (m:Migration)
WITH every, count(m) AS migrations
OPTIONAL MATCH (l:MigrationLock)
WITH every, migrations, count(l) AS locks
RETURN every - migrations - locks AS nodes
