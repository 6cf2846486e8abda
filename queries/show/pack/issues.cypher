// title: The inspection issues of a pack, as the viewer may see them now
// params: viewer_audiences, found
// returns: UnitPack
// scope: shared
// tie: row.size
WITH COLLECT {
  UNWIND $found.rows AS given
  MATCH (m:InspectionIssue)
  WHERE is_at(m, given.matter) AND visible(m)
  MATCH (u:Unit)
  WHERE is_at(u, given.unit) AND visible(u)
  RETURN given {.*, issue: m, unit: u,
    back: COLLECT { UNWIND given.back AS at MATCH (b:Matter) WHERE is_at(b, at) AND visible(b) RETURN b },
    holders: COLLECT {
      UNWIND given.holders AS each
      MATCH (p:Person)
      WHERE is_at(p, each.person) AND visible(p)
      MATCH (v:Unit)
      WHERE is_at(v, each.unit) AND visible(v)
      RETURN each {.*, person: p, unit: v}
    },
    repeats: COLLECT { UNWIND given.repeats AS at MATCH (e:Matter) WHERE is_at(e, at) AND visible(e) RETURN e }}
} AS rows
WITH {issues: rows, size: size(rows)} AS row
WHERE row.size = size($found.rows)
