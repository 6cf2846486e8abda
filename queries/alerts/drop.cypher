// title: Take back alerts whose rows fire no more; one that somebody has checked stays, marked
// params: uids
// returns: nothing
// scope: system
// Checks wait for the same node: none comes in between the look for checks and the end of its alert.
MERGE (b:CheckBook {uid: 'checks'})
SET b.last = coalesce(b.last, 0)
WITH b
UNWIND $uids AS uid
MATCH (a:Alert {uid: uid})
CALL (a) {
  WITH a WHERE EXISTS { (:AlertCheck {alert: a.uid}) }
  SET a.ground_gone_at = datetime()
}
WITH a
WHERE NOT EXISTS { (:AlertCheck {alert: a.uid}) }
CALL (a) {
  MATCH (a)<-[:JOINS]-(l:Link)
  SET l:Stirred
}
FOREACH (_ IN CASE WHEN EXISTS { (:ChangeBook) } THEN [1] ELSE [] END |
  MERGE (c:Change {uid: a.uid + '|' + a.audience})
  ON CREATE SET c.of = a.uid, c.kind = 'Alert', c.audience = a.audience, c.was = a.audience
  SET c:Unnumbered, c.seen = false
)
DETACH DELETE a
