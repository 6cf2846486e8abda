// title: How many nodes and relationships the graph holds
// params: none
// returns: nodes, relationships
// scope: system
MATCH (n)
WITH count(n) AS nodes
RETURN nodes, COUNT { ()-->() } AS relationships
