// title: Take back what texts mention that are gone
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (m:MATTERS_ {uid: uid})-[:MENTIONS]->(x:Mention)
OPTIONAL MATCH (m)-[naming:NAMES_IN_TEXT {uid: x.uid}]->()
DELETE naming
DETACH DELETE x
