// title: The unit that a pack is of and the units under it on a day, nearest first
// params: viewer_audiences, unit, levels, on, most
// returns: Pack
// scope: shared
// tie: row.place
MATCH (asked:LABEL_ {KEY_: $unit})
WHERE visible_itself(asked)
MATCH (u:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(u)
WITH DISTINCT u ORDER BY natural_order(Unit, u) LIMIT 1
CALL (u) {
  MATCH way = (u)<-[ties:UNDER*0..3]-(v:Unit)
  WHERE size(ties) <= $levels AND all(each IN ties WHERE visible(each) AND held_on(each, date($on))) AND visible(v) AND all(each IN nodes(way) WHERE visible(each))
  WITH v, min(length(way)) AS level
  ORDER BY level, natural_order(Unit, v) LIMIT $most + 1
  RETURN collect(address(v)) AS found
}
RETURN found[..$most] AS units, size(found) > $most AS is_cut
