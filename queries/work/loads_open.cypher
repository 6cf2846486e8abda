// title: Loads that did not come to their end
// params: none
// returns: uids
// scope: system
MATCH (l:Load)
WHERE l.state IN ['RUNNING', 'FAILED']
RETURN collect(l.uid) AS uids
