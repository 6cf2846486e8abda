// title: What a search has found, as the viewer may see it now, and why it was found
// params: viewer_audiences, found
// returns: Node
// scope: shared
UNWIND $found.rows AS given
MATCH (node)
WHERE is_at(node, given.node) AND visible(node)
WITH node, given, given.hit AS hit
WITH {node: node, sort: given.sort, place: given.place, hit: hit {.*, node: node}} AS row
// extra kinds
UNWIND $found.kinds AS row
// extra channels
UNWIND $found.channels AS row
