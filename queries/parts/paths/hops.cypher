// title: The hops of a path of these nodes: of each the parallel ties that the viewer may see, in order, and what a sentence on the first is made of
// params: viewer_audiences, found, conditions
// returns: hops
// scope: shared
CALL (nodes) {
  WITH nodes, [n IN nodes | named(n)] AS names
  RETURN COLLECT {
    UNWIND range(1, size(nodes) - 1) AS at
    WITH nodes[at - 1] AS one, nodes[at] AS other, names[at - 1..at + 1] AS ends
    WITH ends, COLLECT {
      MATCH (one)-[r:CONNECTIONS_]-(other)
      WHERE is_asked(r, other)
      WITH r, one ORDER BY type(r), startNode(r) = one DESC, coalesce(r.source, ''), coalesce(r.source_key, ''), r.uid
      RETURN r
    } AS ties
    WHERE size(ties) > 0
    RETURN {count: size(ties), ends: ends, edges: ties[..$found.beneath], told: [tie IN ties[..$found.statements] | told_tie(tie)],
      days: [tie IN ties[..$found.statements] | CASE WHEN $conditions.timed THEN coalesce(toString(tie_day(tie)), '') END]}
  } AS hops
}
