// title: Matters whose links may be others than before, for what was stirred: what names it, or what it is tied to over two steps
// params: uids, hub_cap
// returns: uids
// scope: system
// A crowd connects nothing, so nothing is followed through one; links that it carries while it grows are found by what they rest on.
UNWIND $uids AS uid
MATCH (n:Stirring {uid: uid})
CALL (n) {
  WITH n WHERE n:Matter
  RETURN n AS m
  UNION
  WITH n WHERE NOT n:Matter AND NOT n:Link
  CALL (n) {
    RETURN n AS e
    UNION
    WITH n WHERE COUNT { (n)-[:TYPES_]-() } <= 10 * $hub_cap
    MATCH (n)-[:TYPES_]-(e)
    RETURN e
    UNION
    WITH n WHERE COUNT { (n)-[:TYPES_]-() } <= 10 * $hub_cap
    MATCH (n)-[:TYPES_]-(x)
    WHERE COUNT { (x)-[:TYPES_]-() } <= $hub_cap
    MATCH (x)-[:TYPES_]-(e)
    RETURN e
  }
  WITH DISTINCT e
  WHERE COUNT { (e)<-[:NAMES|NAMES_IN_TEXT]-() } <= 2 * $hub_cap
  MATCH (e)<-[:NAMES|NAMES_IN_TEXT]-(m:Matter)
  RETURN m
  UNION
  MATCH (n)<-[:JOINS|RESTS_ON]-(:Link)-[:JOINS]->(m:Matter)
  RETURN m
  UNION
  WITH n WHERE n:Link
  MATCH (n)-[:JOINS]->(m:Matter)
  RETURN m
  UNION
  WITH n WHERE n:Matter
  MATCH (n)-[:NAMES|NAMES_IN_TEXT]->(e)
  WHERE COUNT { (e)<-[:NAMES|NAMES_IN_TEXT]-() } > $hub_cap
  MATCH (e)<-[:RESTS_ON]-(:Link)-[:JOINS]->(m:Matter)
  RETURN m
}
RETURN collect(DISTINCT m.uid) AS uids
