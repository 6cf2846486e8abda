// title: Keep proposed links; one that is there already stays as it is
// params: rows, at
// returns: created
// scope: system
UNWIND $rows AS row
MATCH (one:MATTERS_ {uid: row.one})
MATCH (other:MATTERS_ {uid: row.other})
WITH row, one, other, EXISTS { (:Link {uid: row.uid}) } AS known
MERGE (l:Link {uid: row.uid})
ON CREATE SET l.rule = row.rule, l.sentence = row.sentence, l.score = row.score, l.audiences = row.audiences, l.state = 'PROPOSED',
  l.proposed_at = datetime($at),
  l.place = newest_place(datetime($at), row.rule)
MERGE (l)-[:JOINS {place: 0}]->(one)
MERGE (l)-[:JOINS {place: 1}]->(other)
WITH l, row, known
CALL (l, row) {
  UNWIND row.via AS uid
  MATCH (e:ENTITIES_ {uid: uid})
  MERGE (l)-[:RESTS_ON]->(e)
}
RETURN collect(CASE WHEN NOT known THEN l.uid END) AS created
