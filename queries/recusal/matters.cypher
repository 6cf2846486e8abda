// title: Matters of which people are subjects, or about a firm that they lead or hold a part of that is not small
// params: people
// returns: about
// scope: system
RETURN COLLECT {
  UNWIND $people AS uid
  MATCH (p:Person {uid: uid})
  CALL (p) {
    MATCH (p)<-[x:NAMES|NAMES_IN_TEXT]-(m:MATTERS_)
    WHERE is_about(m, x, Person)
    RETURN false AS by_firm, m, [[x.uid, x.audience]] AS via
    UNION ALL
    MATCH (p)-[k:HOLDS_SHARE|OFFICER_OF]->(f:Unit)<-[x:NAMES|NAMES_IN_TEXT]-(m:MATTERS_)
    WHERE is_about(m, x, Unit) AND controls(k) AND coalesce(k.valid_to >= came_on(m), true)
    RETURN true AS by_firm, m, [[k.uid, k.audience], [f.uid, f.audience], [x.uid, x.audience]] AS via
  }
  RETURN [uid, by_firm, m.uid, via]
} AS about
