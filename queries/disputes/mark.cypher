// title: Mark everybody under these numbers: who owns them has to be asked again
// params: numbers, owners
// returns: nothing
// scope: system
CALL () {
  UNWIND $owners AS uid
  MATCH (n:Person {uid: uid})
  RETURN n
  UNION
  MATCH (n:Person)
  WHERE n.disputed_id_number IN $numbers
  RETURN n
}
SET n:Parting
