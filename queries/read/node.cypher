// title: Whatever has this id
// params: viewer_audiences, id
// returns: Node
// scope: shared
// tie: Origin n
MATCH (asked:LABEL_ {KEY_: $id})
WHERE visible_itself(asked)
MATCH (n:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(n)
