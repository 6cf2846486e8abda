// title: Pairs that were proposed or judged, and whether both nodes are there and tied to the pair
// params: none
// returns: rows
// scope: system
MATCH (c:IdentityCandidate)
RETURN collect({
  uid: c.uid, kind: c.kind, one: c.one, other: c.other, state: c.state, by: c.by, why: c.why, digest: c.digest,
  overruled: coalesce(c.overruled, false),
  place: COLLECT { MATCH (c)<-[:JUDGES]-(j) WHERE j.retired_at IS NULL RETURN [coalesce(j.number, 0), toString(j.at)] }[0],
  tied: COUNT { (c)-[:COMPARES]->() }
}) AS rows
