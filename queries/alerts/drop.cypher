// title: Take back alerts whose rows fire no more, unless somebody has looked at them
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (a:Alert {uid: uid})
WHERE a.state = 'OPEN'
CALL (a) {
  MATCH (a)<-[:JOINS]-(l:Link)
  SET l:Stirred
}
DETACH DELETE a
