// title: Shut links, their notices and pairs that rest on nodes by the marks of these
// params: none
// returns: nothing
// scope: system
CALL () {
  MATCH (l:Link)
  WITH l, [(l)-[:JOINS|RESTS_ON]->(n) WHERE n.audience IS NOT NULL | n.audience] AS further
  SET l.audiences = l.audiences + [number IN further WHERE NOT number IN l.audiences]
}
CALL () {
  MATCH (t:Notice)
  MATCH (l:Link {uid: t.link})
  SET t.audiences = l.audiences
}
CALL () {
  MATCH (c:IdentityCandidate)
  WITH c, [(c)-[:COMPARES]->(n) | coalesce(n.own_audience, n.audience)] AS further
  SET c.audiences = coalesce(c.audiences, []) + [number IN further WHERE NOT number IN coalesce(c.audiences, [])]
}
