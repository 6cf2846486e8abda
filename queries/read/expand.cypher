// title: What is around a node, one page of relationships, kind of relationship by kind
// params: viewer_audiences, id, conditions
// returns: Neighbourhood
// scope: shared
// tie: type(row.edge), toString(startNode(row.edge) = row.node), Node row.node, Origin row.edge
MATCH (asked:LABEL_ {KEY_: $id})
WHERE visible_itself(asked)
MATCH (a:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(a)
// rows: a
MATCH (a)-[r]-(b)
WHERE is_asked(r, b) AND NOT is_closed(b)
WITH {edge: r, node: b} AS row
WHERE true
// extra counts
MATCH (a)-[r]-(b)
WHERE is_of_time(r) AND visible(r, b) AND NOT is_closed(b)
WITH type(r) AS type, startNode(r) = a AS outgoing, count(*) AS count, count(DISTINCT b) AS neighbours ORDER BY type, outgoing
WITH {type: type, outgoing: outgoing, count: count, neighbours: neighbours} AS row
