// title: The first paths that were found between two nodes, as the viewer may see them now
// params: viewer_audiences, found, asked
// returns: Path
// scope: shared
// tie: row.place
UNWIND $found.ways AS given
PATH_
WITH {place: given.place, nodes: nodes, edges: [hop IN hops | hop.edges[0]], hops: hops} AS row
WHERE true
