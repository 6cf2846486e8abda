// title: Matters outside a pack with those of it that stored links join them with, as the viewer may see them now
// params: viewer_audiences, found
// returns: UnitPack
// scope: shared
// tie: row.size
WITH COLLECT {
  UNWIND $found.rows AS given
  MATCH (o:Matter)
  WHERE is_at(o, given.matter) AND visible(o)
  RETURN given {.*, matter: o, joins: COLLECT {
    UNWIND given.joins AS each
    MATCH (m:Matter)
    WHERE is_at(m, each.matter) AND visible(m)
    RETURN each {.*, matter: m}
  }}
} AS rows
WITH {connected: rows, size: size(rows)} AS row
WHERE row.size = size($found.rows)
