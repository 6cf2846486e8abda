// title: Keep what the texts of matters mention now, and take back what they no longer mention
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (m:MATTERS_ {uid: row.matter})
SET m:Stirred
WITH row, m
CALL (m, row) {
  UNWIND row.drop AS uid
  MATCH (m)-[:MENTIONS]->(x:Mention {uid: uid})
  DETACH DELETE x
  WITH uid
  MATCH (m)-[naming:NAMES_IN_TEXT {uid: uid}]->()
  DELETE naming
}
CALL (m, row) {
  UNWIND row.keep AS kept
  MERGE (m)-[:MENTIONS]->(x:Mention {uid: kept.p.uid})
  SET x = kept.p
  WITH m, x, kept
  CALL (m, x) {
    MATCH (x)-[old:REFERS_TO]->()
    DELETE old
    UNION
    MATCH (m)-[old:NAMES_IN_TEXT {uid: x.uid}]->()
    DELETE old
  }
  UNWIND kept.meant AS to
  MATCH (e:ENTITIES_ {uid: to.uid})
  CREATE (x)-[:REFERS_TO {certainty: to.certainty}]->(e)
  WITH m, x, kept, to, e WHERE size(kept.meant) = 1
  MATCH (now:ENTITIES_ {uid: coalesce(e.survivor, e.uid)})
  CREATE (m)-[naming:NAMES_IN_TEXT {uid: x.uid, audience: x.audience, certainty: to.naming, role: 'MENTIONED_IN_TEXT', as_named: x.text, text_start: x.start, text_end: x.end}]->(now)
  SET naming.end_home = CASE WHEN now <> e THEN e.uid END
}
