// title: Which source records describe which nodes
// params: after, bound
// returns: rows
// scope: system
MATCH (s:SourceRecord)
WHERE s.uid > $after
WITH s ORDER BY s.uid LIMIT $bound
MATCH (s)-[:DESCRIBES]->(n)
RETURN collect([s.uid, n.uid]) AS rows
