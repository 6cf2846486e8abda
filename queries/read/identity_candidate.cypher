// title: One pair of records that may be one person or unit, if the viewer reads both in full
// params: viewer_audiences, id
// returns: IdentityCandidate
// scope: shared
// tie: row.id
MATCH (one:Entity)<-[:COMPARES {place: 0}]-(c:IdentityCandidate {uid: $id})-[:COMPARES {place: 1}]->(other:Entity)
WHERE visible_itself(one) AND visible_itself(other)
CANDIDATE_
