// title: One link between two matters, if the viewer may read every part of it
// params: viewer_audiences, id
// returns: Link
// scope: shared
// tie: row.id
MATCH (one:Matter)<-[:JOINS {place: 0}]-(l:Link {uid: $id})-[:JOINS {place: 1}]->(other:Matter)
WHERE visible(one, other)
  AND visible_parts(l)
// row
LINK_
// late
LINK_LATE_
