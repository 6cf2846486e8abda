// title: The focuses that a pack suggests, each reason with the matters that make it, as the viewer may see them now
// params: viewer_audiences, found
// returns: UnitPack
// scope: shared
// tie: row.size
WITH COLLECT {
  UNWIND $found.rows AS given
  RETURN given {.*, reasons: COLLECT {
    UNWIND given.reasons AS each
    RETURN each {.*,
      matters: COLLECT { UNWIND each.matters AS at MATCH (m:Matter) WHERE is_at(m, at) AND visible(m) RETURN m },
      people: COLLECT { UNWIND each.people AS at MATCH (p:Person) WHERE is_at(p, at) AND visible(p) RETURN p }}
  }}
} AS focuses
WITH {focuses: focuses, size: size(focuses)} AS row
WHERE all(i IN range(0, size($found.rows) - 1) WHERE all(j IN range(0, size($found.rows[i].reasons) - 1)
  WHERE size(row.focuses[i].reasons[j].matters) = size($found.rows[i].reasons[j].matters)
    AND size(row.focuses[i].reasons[j].people) = size($found.rows[i].reasons[j].people)))
