// title: A node that paths have to lead over, or must not
// params: viewer_audiences, id
// returns: place, uid
// scope: shared
MATCH (given:LABEL_ {KEY_: $id})
WHERE visible_itself(given)
MATCH (x:LABEL_ {uid: coalesce(given.survivor, given.uid)})
WHERE visible(x)
WITH x ORDER BY coalesce(x.source, ''), coalesce(x.source_key, ''), x.uid LIMIT 1
RETURN elementId(x) AS place, x.uid AS uid
