// title: One unit with what warns of it, alone or with the units directly under it
// params: viewer_audiences, unit, with_under, on
// returns: EarlyWarning
// scope: shared
// tie: Unit row.unit
// order POINTS: row.points DESC -- Most points first
MATCH (asked:LABEL_ {KEY_: $unit})
WHERE visible_itself(asked)
MATCH (u:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(u)
// rows: u
CALL (u) {
  MATCH (u)<-[s:UNDER]-(v:Unit)
  WHERE $with_under AND visible(s, v) AND held_on(s, date($on))
  WITH DISTINCT v
  RETURN collect(v) AS under
}
WITH u, [u] + under AS units
WARNING_
WHERE true
