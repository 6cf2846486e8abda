// title: The audit findings of a pack, as the viewer may see them now
// params: viewer_audiences, found
// returns: UnitPack
// scope: shared
// tie: row.size
WITH COLLECT {
  UNWIND $found.rows AS given
  MATCH (m:AuditFinding)
  WHERE is_at(m, given.matter) AND visible(m)
  MATCH (u:Unit)
  WHERE is_at(u, given.unit) AND visible(u)
  RETURN given {.*, finding: m, unit: u,
    back: COLLECT { UNWIND given.back AS at MATCH (b:Matter) WHERE is_at(b, at) AND visible(b) RETURN b },
    holders: COLLECT {
      UNWIND given.holders AS each
      MATCH (p:Person)
      WHERE is_at(p, each.person) AND visible(p)
      MATCH (v:Unit)
      WHERE is_at(v, each.unit) AND visible(v)
      RETURN each {.*, person: p, unit: v}
    },
    issues: COLLECT { UNWIND given.issues AS at MATCH (i:InspectionIssue) WHERE is_at(i, at) AND visible(i) RETURN i },
    clues: COLLECT { UNWIND given.clues AS at MATCH (c:Clue) WHERE is_at(c, at) AND visible(c) RETURN c }}
} AS rows
WITH {findings: rows, size: size(rows)} AS row
WHERE row.size = size($found.rows)
