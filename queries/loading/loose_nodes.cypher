// title: Nodes that rows no longer speak of, to be looked at again
// params: bound
// returns: uid, labels, lost
// scope: system
MATCH (n:Loose)
RETURN n.uid AS uid, labels(n) AS labels, coalesce(n.lost, []) AS lost
LIMIT $bound
