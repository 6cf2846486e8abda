// title: Whatever has this id
// params: viewer_audiences, id
// returns: Node
// scope: shared
// tie: Origin n
MATCH (asked:LABEL_ {uid: $id})
WHERE coalesce(asked.own_audience, asked.audience) IN $viewer_audiences
MATCH (n:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE n.audience IN $viewer_audiences
