// title: What was stirred and is being looked at
// params: none
// returns: uids
// scope: system
MATCH (n:Stirring)
RETURN collect(n.uid) AS uids
