// title: The figures of a circular, with its unit as the viewer may see it
// params: viewer_audiences, found
// returns: Circular
// scope: shared
WITH $found AS given
WITH given {.*, unit: COLLECT { MATCH (u:Unit {uid: given.unit}) WHERE visible(u) RETURN u }[0]} AS row
WHERE true
