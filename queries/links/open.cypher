// title: A link, if the viewer may read every part of it
// params: viewer_audiences, id
// returns: uid
// scope: shared
MATCH (one:Matter)<-[:JOINS {place: 0}]-(l:Link {uid: $id})-[:JOINS {place: 1}]->(other:Matter)
WHERE visible(one, other) AND visible_parts(l)
RETURN l.uid AS uid
