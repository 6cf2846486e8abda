// title: One step further in a network: what is tied to the nodes reached last, unless they are hubs; the nearest, then the newest stay
// params: viewer_audiences, types, hops, hub_cap, most_nodes
// returns: answered, x, hop
// scope: shared
CALL (x, hop) {
  RETURN x AS y, hop AS h
  UNION ALL
  WITH x, hop
  WHERE hop = STEP_ AND hop < $hops
  WITH x, hop, ties_of(x) AS ties
  WHERE NOT is_hub(ties, hop)
  MATCH (x)-[r:CONNECTIONS_]-(y)
  WHERE visible(r, y) AND ($types IS NULL OR type(r) IN $types)
  RETURN DISTINCT y, hop + 1 AS h
}
WITH answered, y AS x, min(h) AS hop
ORDER BY hop, coalesce(toString(day_of(x)), '') DESC, caption(x), known_by(x), x.uid LIMIT $most_nodes + 1
