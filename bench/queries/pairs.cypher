// title: Pairs of people one to four steps apart, found by walking
// params: many, audiences
// returns: from, to
MATCH (a:Person)<-[:NAMES]-()
WHERE a.audience IN $audiences
WITH DISTINCT a ORDER BY rand() LIMIT $many
CALL (a) {
  MATCH (a)-[:HOLDS_POST|USES_PHONE|KIN_OF|NAMES|USES_ACCOUNT]-(m)-[:HOLDS_POST|USES_PHONE|KIN_OF|NAMES|USES_ACCOUNT]-(b:Person)
  WHERE a <> b AND m.audience IN $audiences AND b.audience IN $audiences
  WITH DISTINCT b LIMIT 100
  ORDER BY rand() LIMIT 1
  OPTIONAL MATCH (b)-[:HOLDS_POST|USES_PHONE|KIN_OF|NAMES|USES_ACCOUNT]-(m2)-[:HOLDS_POST|USES_PHONE|KIN_OF|NAMES|USES_ACCOUNT]-(c:Person)
  WHERE c <> a AND c <> b AND m2.audience IN $audiences AND c.audience IN $audiences
  WITH b, c LIMIT 100
  ORDER BY rand() LIMIT 1
  RETURN CASE WHEN rand() < 0.5 THEN b ELSE coalesce(c, b) END AS far
}
RETURN a.uid AS from, far.uid AS to
