// title: Those of these matters that the viewer may read in full, each with the open series that it is in
// params: viewer_audiences, uids
// returns: uid, series
// scope: shared
UNWIND $uids AS uid
MATCH (m:MATTERS_ {uid: uid})
WHERE visible(m)
RETURN m.uid AS uid, COLLECT { MATCH (:SeriesMember {matter: m.uid, is_present: true})-[:IN_SERIES]->(s:Series {state: 'OPEN'}) RETURN s.uid }[0] AS series
