// title: Let a series take in all that another has, whoever may read it; the other's id, and those that led to it, lead to this one
// params: series, absorbed
// returns: nothing
// scope: system
MATCH (s:Series {uid: $series})
MATCH (a:Series {uid: $absorbed})
SET a.state = 'ABSORBED', a.survivor = s.uid
WITH s, a
CALL (s, a) {
  MATCH (k:SeriesMember)-[r:IN_SERIES]->(a)
  CREATE (k)-[:IN_SERIES]->(s)
  CREATE (k)-[:WAS_IN]->(a)
  DELETE r
}
CALL (s, a) {
  MATCH (e:SeriesEntry)-[r:SAID_OF]->(a)
  CREATE (e)-[:SAID_OF]->(s)
  DELETE r
}
MATCH (led:Series {survivor: a.uid})
SET led.survivor = s.uid
