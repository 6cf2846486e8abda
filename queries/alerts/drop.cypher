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
noted(a, 'Alert', a.audience, a.audience, LOST)
DETACH DELETE a
