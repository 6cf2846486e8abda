// title: What is around a node, one page of relationships, kind of relationship by kind
// params: viewer_audiences, id, types
// returns: Neighbourhood
// scope: shared
// tie: type(row.edge), toString(startNode(row.edge) = row.node), Node row.node, Origin row.edge
MATCH (asked:LABEL_ {KEY_: $id})
WHERE visible_itself(asked)
MATCH (a:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(a)
// rows: a
MATCH (a)-[r]-(b)
WHERE visible(r, b) AND ($types IS NULL OR type(r) IN $types)
WITH {edge: r, node: b} AS row
WHERE true
// extra counts
MATCH (a)-[r]-(b)
WHERE visible(r, b)
WITH type(r) AS type, startNode(r) = a AS outgoing, count(*) AS count ORDER BY type, outgoing
WITH {type: type, outgoing: outgoing, count: count} AS row
