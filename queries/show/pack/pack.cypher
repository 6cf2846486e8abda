// title: The units, counts and sums of a pack, as the viewer may see the units now
// params: viewer_audiences, found
// returns: UnitPack
// scope: shared
// tie: row.on
WITH COLLECT { UNWIND $found.units AS at MATCH (u:Unit) WHERE is_at(u, at) AND visible(u) RETURN u } AS units
WITH $found.pack AS given, units
WITH given {.*, unit: units[0], units: units} AS row
WHERE size(row.units) = size($found.units)
