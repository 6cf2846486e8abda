// title: One link between two matters as a node, if the viewer may read every part of it
// params: viewer_audiences, id
// returns: Node
// scope: shared
// tie: n.uid
MATCH (one:Matter)<-[:JOINS {place: 0}]-(n:Link {uid: $id})-[:JOINS {place: 1}]->(other:Matter)
WHERE visible(one, other)
  AND visible_parts(n)
