// title: Kinships of people that are not over, each with its two ends and what the second is to the first
// params: people
// returns: kinships
// scope: system
RETURN COLLECT {
  UNWIND $people AS uid
  MATCH (:Person {uid: uid})-[k:KIN_OF]-()
  WHERE coalesce(k.valid_to >= TODAY_, true)
  RETURN DISTINCT [startNode(k).uid, endNode(k).uid, k.relation, k.uid, [x IN [startNode(k), endNode(k)] | [x.uid, x.audience]] + [[k.uid, k.audience]]]
} AS kinships
