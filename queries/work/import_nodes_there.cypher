// title: How many nodes the graph holds beside the marks of its schema
// params: none
// returns: nodes
// scope: system
MATCH (n)
WHERE NOT n:Migration AND NOT n:MigrationLock
RETURN count(n) AS nodes
