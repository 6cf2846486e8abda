// title: Types of relationships of which nodes, or the nodes that answer for them, have more than so many, and whether they go out
// params: uids, types, most
// returns: type, out
// scope: system
UNWIND $uids AS uid
MATCH (asked:LABEL_ {uid: uid})
MATCH (n:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE COUNT { (n)--() } > $most
MATCH (n)-[r]-()
WHERE type(r) IN $types
WITH n, type(r) AS type, startNode(r) = n AS out, count(*) AS found
WHERE found > $most
RETURN DISTINCT type, out ORDER BY type, out
