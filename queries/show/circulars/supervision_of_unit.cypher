// title: How often which channels were at a unit, with the unit as the viewer may see it
// params: viewer_audiences, found
// returns: SupervisionOfUnit
// scope: shared
MATCH (u:Unit {uid: $found.unit})
WHERE visible(u)
WITH $found AS given, u
WITH given {.*, unit: u} AS row
WHERE true
