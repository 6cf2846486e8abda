// title: Relationships of one type that tell namesakes apart
// params: after, bound
// returns: rows
// scope: system
MATCH (a)-[r:TYPE_]->(b)
WHERE r.uid > $after
WITH a, r, b ORDER BY r.uid LIMIT $bound
RETURN collect([r.uid, a.uid, b.uid, r.audience, coalesce(r.post, r.relation), r.valid_from, r.valid_to]) AS rows
