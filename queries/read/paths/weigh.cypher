// title: What the order of paths goes by: how many ties the nodes on them have, and their public keys
// params: viewer_audiences, given, conditions
// returns: Weight
// scope: shared
UNWIND $given.places AS place
MATCH (x)
WHERE elementId(x) = place AND visible(x)
RETURN collect([place, COUNT { MATCH (x)-[r:CONNECTIONS_]-(y) WHERE x <> y AND is_asked(r, y) RETURN 1 LIMIT $given.most + 1 }, public_key(x)]) AS weights
