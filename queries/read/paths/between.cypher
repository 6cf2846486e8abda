// title: What stands between two ends of which one has more ties than can be followed: the least tied first, then by public key
// params: viewer_audiences, given, conditions
// returns: Between
// scope: shared
MATCH (a)
WHERE elementId(a) = $given.one AND visible(a)
MATCH (b)
WHERE elementId(b) = $given.other AND visible(b)
RETURN EXISTS { MATCH (a)-[r:CONNECTIONS_]-(b) WHERE is_asked(r, b) } AS is_direct, COLLECT {
  MATCH (a)-[r:CONNECTIONS_]-(x)
  WHERE x <> a AND is_asked(r, x)
  WITH DISTINCT x, b
  WHERE x <> b AND NOT elementId(x) IN $given.shut AND (elementId(x) IN $given.open OR NOT is_closed(x))
    AND EXISTS { MATCH (x)-[s:CONNECTIONS_]-(b) WHERE is_asked(s, b) }
  WITH x, COUNT { MATCH (x)-[t:CONNECTIONS_]-(y) WHERE x <> y AND is_asked(t, y) RETURN 1 LIMIT $given.most + 1 } AS ties
  ORDER BY ties, public_key(x) LIMIT $given.bound + 1
  RETURN elementId(x)
} AS places
