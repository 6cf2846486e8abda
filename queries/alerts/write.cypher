// title: Keep alerts of comparison models with the rows that fired and whom they name; what people said of one stands in their checks
// params: rows, at
// returns: nothing
// scope: system
UNWIND $rows AS row
MERGE (a:Alert {uid: row.p.uid})
ON CREATE SET a.state = 'OPEN', a.raised_at = localdatetime($at), a.learnt_at = datetime()
ON MATCH SET a.changed_at = datetime()
SET a:Matter:Stirred:Keyless, a += row.p, a.audience = marked(row.p.audience, Alert)
REMOVE a.ground_gone_at
noted(a, 'Alert', a.audience, CASE WHEN a.changed_at IS NOT NULL THEN a.audience END, RAISED)
WITH a, row
CALL (a) {
  MATCH (a)-[r:FIRED_ON|NAMES]->()
  DELETE r
}
CALL (a, row) {
  UNWIND row.fired AS fired
  MATCH (n:ENTITIES_|MATTERS_|EVENTS_ {uid: fired.uid})
  CREATE (a)-[r:FIRED_ON]->(n)
  SET r = fired.p
}
CALL (a, row) {
  UNWIND row.named AS named
  MATCH (n:ENTITIES_ {uid: named.uid})
  CREATE (a)-[r:NAMES]->(n)
  SET r = named.p
}
