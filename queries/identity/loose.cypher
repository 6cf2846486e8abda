// title: People without a strong identifier, each with what the matters that name them say of them
// params: after, bound
// returns: rows
// scope: system
MATCH (n:Person)
WHERE n.uid > $after AND n.id_number IS NULL AND n.name IS NOT NULL
WITH n ORDER BY n.uid LIMIT $bound
CALL (n) {
  MATCH (at:Person {uid: coalesce(n.survivor, n.uid)})<-[x:NAMES]-(m:Matter)
  WHERE coalesce(x.end_home, at.uid) = n.uid
  WITH x, m ORDER BY m.number, x.source, x.source_key, x.uid LIMIT 20
  RETURN collect({
    post: x.as_post, since: m.occurred_from, day: came_on(m),
    units: COLLECT {
      MATCH (m)-[y:NAMES]->(u:Unit) WHERE y.role IS NULL OR y.role = 'SUBJECT_UNIT'
      WITH u ORDER BY u.name, u.uscc, u.uid LIMIT 20 RETURN u.uid
    },
    phones: COLLECT { MATCH (m)-[:NAMES]->(f:Phone) WITH f ORDER BY f.phone_number LIMIT 20 RETURN f.uid },
    told: COLLECT {
      MATCH (m)-[:MENTIONS]->(t:Mention {kind: 'PERSON', state: 'SURE'})-[:REFERS_TO]->(p:Person)
      WHERE t.because IN ['ID_IN_TEXT', 'POST_AND_UNIT', 'NUMBER_IN_TEXT', 'UNIT_BESIDE']
      RETURN DISTINCT p.uid ORDER BY p.uid LIMIT 20
    }
  }) AS said
}
RETURN collect([n.uid, {
  name: n.name, former_name: n.former_name, sex: n.sex, born_on: n.born_on, id_mask: n.id_mask,
  audience: readers_of(n), said: said
}]) AS rows
