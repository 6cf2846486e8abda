// title: Matters that surely name people themselves, in whichever role
// params: people
// returns: named
// scope: system
RETURN COLLECT {
  UNWIND $people AS uid
  MATCH (:Person {uid: uid})<-[x:NAMES|NAMES_IN_TEXT]-(m:MATTERS_)
  WHERE coalesce(x.certainty, 1.0) >= SURE_NAMING_
  RETURN [CASE WHEN x.role = 'WITNESS' THEN 'WITNESS' ELSE 'NAMED' END, m.uid, [[x.uid, x.audience]]]
} AS named
