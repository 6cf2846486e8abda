// title: What hangs on matters, each with its audience and that of the matter, and the readers of these audiences
// params: uids, asked, most, bound
// returns: things, readers
// scope: system
UNWIND $asked AS uid
MATCH (m:MATTERS_ {uid: uid})
CALL (m) {
  RETURN m AS thing
  UNION
  MATCH (m)-[r]-() WHERE r.audience IS NOT NULL
  RETURN r AS thing
  UNION
  MATCH (m)-[r]-(e) WHERE r.audience IS NOT NULL AND e.audience IS NOT NULL AND (NOT e:MATTERS_ OR e.uid IN $uids)
  RETURN e AS thing
  UNION
  MATCH (m)-[:MENTIONS]->(x:Mention)
  RETURN x AS thing
  UNION
  MATCH (s:SourceRecord)-[:DESCRIBES]->(m)
  RETURN s AS thing
  UNION
  // What the matter's own row says of the things that it names; a hub has too many rows to look through.
  MATCH (m)-[r]-(e) WHERE r.audience IS NOT NULL AND COUNT { (e)--() } <= $most
  MATCH (e)-[own]-(far) WHERE own.source = m.source AND own.source_key = m.source_key AND far.audience IS NOT NULL AND (NOT far:MATTERS_ OR far.uid IN $uids)
  UNWIND [own, far] AS thing
  RETURN thing
}
WITH m, thing LIMIT $bound
WITH collect({matter: m.uid, of: readers_in(m.audience), uid: thing.uid, audience: thing.audience, read_by: readers_in(thing.audience)}) AS things
CALL (things) {
  UNWIND things AS each
  UNWIND [each.of, each.read_by] AS number
  WITH DISTINCT number
  MATCH (a:Audience {number: number})
  RETURN collect([a.number, a.readers]) AS readers
}
RETURN [each IN things | [each.matter, each.of, each.uid, each.read_by, each.audience]] AS things, readers
