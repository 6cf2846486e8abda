// title: One page of the paths that were found between two nodes, as the viewer may see them now; nothing where any of it is gone
// params: viewer_audiences, found, conditions
// returns: PathConnection
// scope: shared
// tie: row.searched_hops
WITH COLLECT {
  UNWIND $found.ways AS given
  WITH given, COLLECT { UNWIND given.nodes AS place MATCH (n) WHERE is_at(n, place) AND visible(n) RETURN n } AS nodes
HOPS_
  WITH given, nodes, hops
  WHERE size(nodes) = size(given.nodes) AND size(hops) = size(nodes) - 1
  WITH given, {nodes: nodes, edges: [hop IN hops | hop.edges[0]], hops: hops} AS path ORDER BY given.place
  RETURN {cursor: given.cursor, most_ties: given.most_ties, node: path}
} AS edges, COLLECT {
  UNWIND $found.left_out AS each
  RETURN each {.*, node: COLLECT { MATCH (n) WHERE is_at(n, each.node) AND visible(n) RETURN n }[0]}
} AS left_out
WHERE size(edges) = size($found.ways)
WITH $found.page AS page, edges, left_out
WITH page {.*, edges: edges, nodes: [edge IN edges | edge.node], left_out: left_out} AS row
WHERE true
