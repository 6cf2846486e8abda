// title: Pairs that were proposed or judged, and whether both nodes are there and tied to the pair
// params: none
// returns: rows
// scope: system
MATCH (c:IdentityCandidate)
RETURN collect({
  uid: c.uid, one: c.one, other: c.other, state: c.state, by: c.by, why: c.why, digest: c.digest,
  tied: COUNT { (c)-[:COMPARES]->() }
}) AS rows
