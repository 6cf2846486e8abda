// title: Links of these matters, each with the entities that answer for what it rests on
// params: uids
// returns: uid, state, review, rule, one, other, via
// scope: system
UNWIND $uids AS uid
MATCH (:MATTERS_ {uid: uid})<-[:JOINS]-(l:Link)
WITH DISTINCT l
MATCH (one)<-[:JOINS {place: 0}]-(l)-[:JOINS {place: 1}]->(other)
RETURN l.uid AS uid, l.state AS state, l.review AS review, l.rule AS rule, one.uid AS one, other.uid AS other,
  COLLECT { MATCH (l)-[:RESTS_ON]->(v) RETURN DISTINCT coalesce(v.survivor, v.uid) } AS via
