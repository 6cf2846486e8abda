// title: Merges that hold, each with the two records of the pair that it follows from
// params: none
// returns: absorbed, into, by, why, pair, ends
// scope: system
MATCH (a:Absorbed)-[m:MERGED_INTO]->(s)
OPTIONAL MATCH (c:IdentityCandidate {uid: m.pair})
RETURN a.uid AS absorbed, s.uid AS into, m.by AS by, m.why AS why, m.pair AS pair, CASE WHEN c IS NOT NULL THEN [c.one, c.other] END AS ends
