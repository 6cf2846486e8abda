// title: How a series stands that the viewer may read a member of: its state, and those members, present ones and all, that the viewer may read
// params: viewer_audiences, uid
// returns: uid, state, lead_team, members, ever
// scope: shared
MATCH (asked:Series {uid: $uid})
WHERE visible_series(asked)
MATCH (n:Series {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible_series(n)
CALL (n) {
  MATCH (k:SeriesMember)-[:IN_SERIES]->(n:Series)
  MATCH (m:MATTERS_ {uid: k.matter})
  WHERE visible(m)
  WITH m.uid AS matter, k.is_present AS is_present ORDER BY k.number, k.uid
  RETURN collect(CASE WHEN is_present THEN matter END) AS members, collect(DISTINCT matter) AS ever
}
RETURN n.uid AS uid, n.state AS state, n.lead_team AS lead_team, members, ever
