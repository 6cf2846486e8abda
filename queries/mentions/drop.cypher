// title: Take back what texts mention that are gone
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (m:MATTERS_ {uid: uid})
SET m:Stirred
WITH m
CALL (m) {
  MATCH (m)-[said:NAMES_IN_TEXT|SAYS_ALIKE]-()
  DELETE said
}
CALL (m) {
  MATCH (m)-[:MENTIONS]->(x:Mention)
  DETACH DELETE x
}
