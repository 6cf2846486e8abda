// title: Mark nodes of one kind as waiting for their search keys, page by page
// params: after, bound
// returns: last
// scope: system
MATCH (n:LABEL_)
WHERE n.uid > $after
WITH n ORDER BY n.uid LIMIT $bound
SET n:Keyless
RETURN max(n.uid) AS last
