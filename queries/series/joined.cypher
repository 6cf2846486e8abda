// title: Which of these matters confirmed links join, those of which the viewer may read every part
// params: viewer_audiences, uids
// returns: one, other
// scope: shared
UNWIND $uids AS uid
MATCH (one:MATTERS_ {uid: uid})<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other:Matter)
WHERE other.uid IN $uids AND l.state = 'CONFIRMED' AND l.review IS NULL AND visible(one, other) AND visible_parts(l)
RETURN DISTINCT one.uid AS one, other.uid AS other
