// title: What the order of paths goes by: how many ties the nodes on them have, where that is not known yet, and their public keys
// params: viewer_audiences, given, asked
// returns: Weight
// scope: shared
UNWIND $given.places AS given
MATCH (x)
WHERE elementId(x) = given[0] AND visible(x)
RETURN collect([given[0], CASE WHEN given[1] IS NULL THEN COUNT { MATCH (x)-[r:CONNECTIONS_]-(y) WHERE x <> y AND is_asked(r, y) RETURN 1 LIMIT $given.most + 1 } ELSE given[1] END, public_key(x)]) AS weights
