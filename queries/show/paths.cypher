// title: The first paths that were found between two nodes, as the viewer may see them now; without those of which anything is gone
// params: viewer_audiences, found, conditions
// returns: Path
// scope: shared
// tie: row.place
UNWIND $found.ways AS given
WITH given, COLLECT { UNWIND given.nodes AS place MATCH (n) WHERE is_at(n, place) AND visible(n) RETURN n } AS nodes
HOPS_
WITH {place: given.place, nodes: nodes, edges: [hop IN hops | hop.edges[0]], hops: hops} AS row, size(given.nodes) AS size
WHERE size(row.nodes) = size AND size(row.hops) = size - 1
