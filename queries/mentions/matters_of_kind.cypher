// title: The uids of every matter of one kind
// params: none
// returns: uids
// scope: system
MATCH (n:LABEL_)
WITH n.uid AS uid ORDER BY uid
RETURN collect(uid) AS uids
