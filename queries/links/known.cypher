// title: Links that are there, each with the entities that answer for what it rests on
// params: none
// returns: uid, state, review, rule, one, other, via
// scope: system
MATCH (one)<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other)
RETURN l.uid AS uid, l.state AS state, l.review AS review, l.rule AS rule, one.uid AS one, other.uid AS other,
  COLLECT { MATCH (l)-[:RESTS_ON]->(v) RETURN DISTINCT coalesce(v.survivor, v.uid) } AS via
