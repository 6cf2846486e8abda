// title: What of a pack was handed over, with the problems that it is of, as the viewer may see them now
// params: viewer_audiences, found
// returns: UnitPack
// scope: shared
// tie: row.size
WITH COLLECT {
  UNWIND $found.rows AS given
  MATCH (c:Clue)
  WHERE is_at(c, given.clue) AND visible(c)
  RETURN given {.*, clue: c,
    alert: COLLECT { MATCH (a:Alert) WHERE is_at(a, given.alert) AND visible(a) RETURN a }[0],
    handed_over: COLLECT { UNWIND given.handed_over AS at MATCH (m:Matter) WHERE is_at(m, at) AND visible(m) RETURN m }}
} AS rows
WITH {transfers: rows, size: size(rows)} AS row
WHERE row.size = size($found.rows)
