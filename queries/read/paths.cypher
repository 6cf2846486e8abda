// title: The shortest paths between two nodes over what the viewer may read; who works on matters does not count as a connection
// params: viewer_audiences, from, to
// returns: Path
// scope: shared
// tie: row.hops, row.told, row.stated, row.key
MATCH (asked:FROM_ {FROM_KEY_: $from})
WHERE visible_itself(asked)
MATCH (sought:TO_ {TO_KEY_: $to})
WHERE visible_itself(sought)
MATCH (a:FROM_ {uid: coalesce(asked.survivor, asked.uid)})
MATCH (b:TO_ {uid: coalesce(sought.survivor, sought.uid)})
WHERE visible(a, b)
// rows: a, b
MATCH p = SHORTEST PATHS_ (a) (()-[r:CONNECTIONS_]-(x) WHERE visible(r, x)){1,HOPS_} (b)
WITH p, reduce(key = '', r IN relationships(p) | key + r.uid) AS key, reduce(key = '', r IN relationships(p) | key + r.source + ' ' + r.source_key + ' ') AS stated
WITH {key: key, hops: length(p), stated: coalesce(stated, ''), nodes: nodes(p), edges: relationships(p), told: reduce(text = '', i IN range(0, length(p)) | text + CASE WHEN i = 0 THEN '' ELSE ' —' + type(relationships(p)[i - 1]) + '— ' END + caption(nodes(p)[i]))} AS row
WHERE true
