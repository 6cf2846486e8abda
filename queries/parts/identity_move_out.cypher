// title: Outgoing relationships of one type, of which a merged node has very many, go over to its survivor
// params: none
// returns: nothing
// scope: system
CALL (a, s) {
  MATCH (a)-[r:TYPE_]->(b)
  WITH a, s, r, b, properties(r) AS carried
  DELETE r
  CREATE (s)-[made:TYPE_]->(b)
  SET made = carried {.*, start_home: coalesce(carried.start_home, a.uid)}
}
