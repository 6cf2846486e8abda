// title: The units and places that a sweep looks at, of those that the viewer may read: named ones, and all of a kind in an area or under a unit
// params: viewer_audiences, units, places, unit_kind, place_kind, area_code, under, most
// returns: uid, called, people
// scope: shared
CALL () {
  UNWIND $units AS uid
  MATCH (n:Unit {uid: uid})
  WHERE visible(n)
  RETURN n
  UNION
  UNWIND $places AS uid
  MATCH (n:Place {uid: uid})
  WHERE visible(n)
  RETURN n
  UNION
  MATCH (n:Unit {unit_kind: $unit_kind})
  WHERE visible(n) AND ($area_code IS NULL OR n.area_code STARTS WITH $area_code)
    AND ($under IS NULL OR EXISTS {
      MATCH (n)-[a:UNDER*1..4]->(:Unit {uid: $under})
      WHERE all(r IN a WHERE visible(r) AND visible(endNode(r)) AND held_on(r, TODAY_))
    })
  RETURN n
  UNION
  MATCH (n:Place {place_kind: $place_kind})
  WHERE visible(n) AND ($area_code IS NULL OR n.area_code STARTS WITH $area_code)
  RETURN n
}
WITH DISTINCT n ORDER BY caption(n), n.uid LIMIT $most
RETURN n.uid AS uid, caption(n) AS called, n.people AS people
