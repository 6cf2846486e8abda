// title: Who held the leading posts of the units of a pack, as the viewer may see them now
// params: viewer_audiences, found
// returns: UnitPack
// scope: shared
// tie: row.size
WITH COLLECT {
  UNWIND $found.rows AS given
  MATCH (p:Person)
  WHERE is_at(p, given.person) AND visible(p)
  MATCH (u:Unit)
  WHERE is_at(u, given.unit) AND visible(u)
  RETURN given {.*, person: p, unit: u,
    in_term: COLLECT { UNWIND given.in_term AS at MATCH (m:Matter) WHERE is_at(m, at) AND visible(m) RETURN m },
    against: COLLECT { UNWIND given.against AS at MATCH (m:Matter) WHERE is_at(m, at) AND visible(m) RETURN m }}
} AS rows
WITH {holders: rows, size: size(rows)} AS row
WHERE row.size = size($found.rows)
