// title: Merge nodes into others: their relationships go over and remember their home; what nothing speaks of any more is gone
// params: rows, types
// returns: merged
// scope: system
UNWIND $rows AS row
MATCH (a:LABEL_ {uid: row.absorbed})
MATCH (s:LABEL_ {uid: row.survivor})
WHERE a <> s AND a.survivor IS NULL AND s.survivor IS NULL
  AND all(n IN [a, s] WHERE n.stub IS NULL
    OR EXISTS { (n)-[r]->() WHERE r.source IS NOT NULL AND r.start_home IS NULL }
    OR EXISTS { (n)<-[r]-() WHERE r.source IS NOT NULL AND r.end_home IS NULL })
CALL (a, s) {
  MATCH (a)-[r]->(b)
  WHERE type(r) IN $types
  WITH a, s, r, b, type(r) AS kind, properties(r) AS carried
  DELETE r
  CREATE (s)-[made:$(kind)]->(b)
  SET made = carried {.*, start_home: coalesce(carried.start_home, a.uid)}
}
CALL (a, s) {
  MATCH (a)<-[r]-(b)
  WHERE type(r) IN $types
  WITH a, s, r, b, type(r) AS kind, properties(r) AS carried
  DELETE r
  CREATE (s)<-[made:$(kind)]-(b)
  SET made = carried {.*, end_home: coalesce(carried.end_home, a.uid)}
}
CALL (a, s) {
  MATCH (a)<-[:MERGED_INTO*1..]-(x)
  SET x.survivor = s.uid
}
CREATE (a)-[m:MERGED_INTO]->(s)
SET m = row.stated, m.at = datetime()
SET s:Stirred, a:Absorbed:Stirred, a.survivor = s.uid, a.own_audience = a.audience, a.audience = 0
noted(a, 'LABEL_', a.own_audience, a.own_audience, LOST)
noted(s, 'LABEL_', s.audience, s.audience, TOLD)
WITH a
CALL (a) {
  MATCH (c:Change {of: a.uid})
  SET c:Unnumbered, c.seen = false
}
RETURN collect(a.uid) AS merged
