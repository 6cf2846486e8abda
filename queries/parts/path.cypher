// title: A path that was found, as the viewer may see it now: its nodes, and of each hop its parallel ties in order; nothing where any of it is gone
// params: viewer_audiences, found, asked
// returns: nodes, hops
// scope: shared
CALL (given) {
  WITH given, COLLECT { UNWIND given.nodes AS place MATCH (n) WHERE is_at(n, place) AND visible(n) RETURN n } AS nodes
  WHERE size(nodes) = size(given.nodes)
  WITH nodes, COLLECT {
    UNWIND range(1, size(nodes) - 1) AS at
    WITH nodes[at - 1] AS one, nodes[at] AS other
    WITH COLLECT {
      MATCH (one)-[r:CONNECTIONS_]-(other)
      WHERE is_asked(r, other)
      WITH r, one ORDER BY type(r), startNode(r) = one DESC, coalesce(r.source, ''), coalesce(r.source_key, ''), r.uid
      RETURN r
    } AS ties
    WHERE size(ties) > 0
    RETURN {count: size(ties), is_timed: $asked.timed, edges: ties[..$found.beneath]}
  } AS hops
  WHERE size(hops) = size(nodes) - 1
  RETURN nodes, hops
}
