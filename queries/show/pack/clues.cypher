// title: The clues of a pack, as the viewer may see them now
// params: viewer_audiences, found
// returns: UnitPack
// scope: shared
// tie: row.size
WITH COLLECT {
  UNWIND $found.rows AS given
  MATCH (m:Clue)
  WHERE is_at(m, given.matter) AND visible(m)
  MATCH (u:Unit)
  WHERE is_at(u, given.unit) AND visible(u)
  RETURN given {.*, clue: m, unit: u}
} AS rows
WITH {clues: rows, size: size(rows)} AS row
WHERE row.size = size($found.rows)
