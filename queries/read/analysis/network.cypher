// title: The network around nodes, as far as the viewer may read it: its nodes, nearest first, then newest first, then by name, and the ties among them
// params: viewer_audiences, around, types, hub_cap, most_nodes
// returns: Network
// scope: shared
// tie: row.name
CALL () {
AROUND_
}
WITH count(*) = reduce(n = 0, values IN $around | n + size(values)) AS answered, collect(DISTINCT a) AS asked
UNWIND asked AS x
WITH answered, x, 0 AS hop
STEPS_
WITH answered, collect({node: x, hop: hop, ties: ties_of(x)}) AS reached
WITH answered, reached[..$most_nodes] AS members, size(reached) > $most_nodes AS is_cut
CALL (members) {
  UNWIND range(0, size(members) - 1) AS at
  WITH at, members[at].node AS x, is_hub(members[at].ties, members[at].hop) AS hub
  CALL (x, hub) {
    RETURN x AS y, null AS r
    UNION ALL
    WITH x, hub
    WHERE NOT hub
    MATCH (x)-[r:CONNECTIONS_]-(y)
    WHERE visible(r, y) AND ($types IS NULL OR type(r) IN $types)
    RETURN y, r
  }
  WITH y, max(CASE WHEN r IS NULL THEN at END) AS there, collect(CASE WHEN r IS NOT NULL THEN {tie: r, at: at} END) AS tied
  WHERE there IS NOT NULL
  UNWIND tied AS each
  WITH each.tie AS r, each.at AS here, there, y
  WHERE here <> there
  WITH DISTINCT r, CASE WHEN endNode(r) = y THEN here ELSE there END AS start, CASE WHEN endNode(r) = y THEN there ELSE here END AS end
  // Sorted where it is read: a row to be sorted here would hold all members, and count for as much memory.
  RETURN collect([start, end, type(r), r.source, r.source_key, toString(coalesce(r.valid_from, day_of(startNode(r)), day_of(endNode(r)))), address(r)]) AS ties
}
RETURN answered, is_cut, [each IN members | [address(each.node), caption(each.node), each.hop, each.ties]] AS nodes, ties
