// title: Undo one merge: the node and whatever was merged into it before get back exactly what is at home with them
// params: absorbed, types, by, why, change
// returns: survivor
// scope: system
MATCH (a:LABEL_:Absorbed {uid: $absorbed})-[m:MERGED_INTO]->()
MATCH (s:LABEL_ {uid: a.survivor})
WITH a, s, m, COLLECT { MATCH (a)<-[:MERGED_INTO*0..]-(x) RETURN x.uid } AS homes
CALL (a, s, homes) {
  MATCH (s)-[r]->(b)
  WHERE type(r) IN $types AND r.start_home IN homes
  WITH a, r, b, type(r) AS kind, properties(r) AS carried
  DELETE r
  CREATE (a)-[made:$(kind)]->(b)
  SET made = carried {.*, start_home: nullIf(carried.start_home, a.uid)}
}
CALL (a, s, homes) {
  MATCH (s)<-[r]-(b)
  WHERE type(r) IN $types AND r.end_home IN homes
  WITH a, r, b, type(r) AS kind, properties(r) AS carried
  DELETE r
  CREATE (a)<-[made:$(kind)]-(b)
  SET made = carried {.*, end_home: nullIf(carried.end_home, a.uid)}
}
CALL (a) {
  MATCH (a)<-[:MERGED_INTO*1..]-(x)
  SET x.survivor = a.uid
}
DELETE m
WITH a, s
CALL (a, s) {
  MATCH (l:Link)-[:RESTS_ON]->(s)
  WHERE EXISTS { (l)-[:JOINS]->()-[:NAMES|NAMES_IN_TEXT]->(a) } OR EXISTS { (l)-[:RESTS_ON]->(e)--(a) WHERE e <> s }
  SET l.review = 'UNMERGED'
  WITH l
  MATCH (l)-[:JOINS]->(x)
  RETURN collect(DISTINCT l) AS shaken, collect(DISTINCT x) AS matters
}
FOREACH (_ IN CASE WHEN size(shaken) > 0 THEN [1] ELSE [] END |
  CREATE (c:IdentityChange {
    uid: $change, kind: 'UNMERGED', absorbed: a.uid, survivor: s.uid, by: $by, why: $why, at: datetime(),
    links: [l IN shaken | l.uid], audiences: [a.own_audience, coalesce(s.own_audience, s.audience)]
  })
  FOREACH (each IN shaken + matters | CREATE (c)-[:CONCERNS]->(each))
)
SET s:Stirred, a:Stirred, a.audience = a.own_audience
noted(a, 'LABEL_', a.own_audience, null, KNOWN)
noted(s, 'LABEL_', s.audience, s.audience, TOLD)
WITH a, s
CALL (a) {
  MATCH (c:Change {of: a.uid})
  SET c:Unnumbered, c.seen = true
}
FOREACH (_ IN CASE WHEN EXISTS { (a)<-[:MERGED_INTO]-() } THEN [1] ELSE [] END | SET a:Lacking)
REMOVE a:Absorbed, a.survivor, a.own_audience
RETURN s.uid AS survivor
