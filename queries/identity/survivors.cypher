// title: Which node answers for each node that was merged into another
// params: none
// returns: uids, survivors
// scope: system
MATCH (n:Absorbed)
RETURN collect(n.uid) AS uids, collect(n.survivor) AS survivors
