// title: Pairs of one state, likeliest first, for those who run the platform
// params: state, bound
// returns: one, other, one_name, other_name, score, fields, found, bits, namesakes, guard
// scope: system
MATCH (one)<-[:COMPARES {place: 0}]-(c:IdentityCandidate {state: $state})-[:COMPARES {place: 1}]->(other)
WITH c, one, other ORDER BY coalesce(c.score, 0.0) DESC, one.name, one.source, one.source_key, other.name, other.source, other.source_key, c.uid LIMIT $bound
RETURN one.uid AS one, other.uid AS other, one.name AS one_name, other.name AS other_name, coalesce(c.score, 0.0) AS score,
  coalesce(c.fields, []) AS fields, coalesce(c.found, []) AS found, coalesce(c.bits, []) AS bits,
  coalesce(c.namesakes, 0) AS namesakes, coalesce(c.guard, '') AS guard
