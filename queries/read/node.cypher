// title: Whatever has this id
// params: viewer_audiences, id
// returns: Node
// scope: shared
MATCH (n:LABEL_ {uid: $id})
WHERE n.audience IN $viewer_audiences
