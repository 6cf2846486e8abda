// title: A node that paths have to lead over, or must not
// params: viewer_audiences, id
// returns: place, uid
// scope: shared
MATCH (asked:LABEL_ {KEY_: $id})
WHERE visible_itself(asked)
MATCH (x:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(x)
WITH x ORDER BY coalesce(x.source, ''), coalesce(x.source_key, ''), x.uid LIMIT 1
RETURN elementId(x) AS place, x.uid AS uid
