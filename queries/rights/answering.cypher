// title: The uid of what answers for an id: the thing itself, or what it was merged into
// params: viewer_audiences, id
// returns: uid
// scope: shared
MATCH (asked:LABEL_ {KEY_: $id})
WHERE visible_itself(asked)
MATCH (n:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(n)
RETURN n.uid AS uid ORDER BY uid LIMIT 1
