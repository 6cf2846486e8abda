// title: People whom a matter is about, and those who lead or hold the firms that it is about
// params: matter
// returns: people
// scope: system
MATCH (m:MATTERS_ {uid: $matter})
RETURN COLLECT {
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(p:Person)
  WHERE is_about(m, x, Person)
  RETURN [p.uid, [[x.uid, x.audience]]] AS person
  UNION
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(f:Unit)<-[k:HOLDS_SHARE|OFFICER_OF]-(p:Person)
  WHERE is_about(m, x, Unit) AND controls(k) AND coalesce(k.valid_to >= came_on(m), true)
  RETURN [p.uid, [[k.uid, k.audience], [f.uid, f.audience], [x.uid, x.audience]]] AS person
} AS people
