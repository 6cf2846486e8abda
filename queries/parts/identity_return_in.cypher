// title: Incoming relationships of one type, of which a survivor has very many, go home to the node that is taken out again
// params: none
// returns: nothing
// scope: system
CALL (a, s, homes) {
  MATCH (s)<-[r:TYPE_]-(b)
  WHERE r.end_home IN homes
  WITH a, r, b, properties(r) AS carried
  DELETE r
  CREATE (a)<-[made:TYPE_]-(b)
  SET made = carried {.*, end_home: nullIf(carried.end_home, a.uid)}
}
