// title: Keep what the texts of matters mention now, and take back what they no longer mention
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (m:MATTERS_ {uid: row.matter})
CALL (m, row) {
  UNWIND row.drop AS uid
  MATCH (m)-[:MENTIONS]->(x:Mention {uid: uid})
  DETACH DELETE x
}
CALL (m, row) {
  UNWIND row.keep AS kept
  MERGE (m)-[:MENTIONS]->(x:Mention {uid: kept.p.uid})
  SET x = kept.p
  WITH x, kept
  CALL (x) {
    MATCH (x)-[old:REFERS_TO]->()
    DELETE old
  }
  UNWIND kept.meant AS to
  MATCH (e:ENTITIES_ {uid: to.uid})
  CREATE (x)-[:REFERS_TO {certainty: to.certainty}]->(e)
}
