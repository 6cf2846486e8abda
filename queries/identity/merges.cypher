// title: Merges of a kind that hold, all or those into some nodes, each with the two records of the pair that it follows from
// params: uids
// returns: absorbed, into, by, why, pair, ends, audience, survivor_audience
// scope: system
MATCH (a:LABEL_:Absorbed)-[m:MERGED_INTO]->(s)
WHERE $uids IS NULL OR a.survivor IN $uids
OPTIONAL MATCH (c:IdentityCandidate {uid: m.pair})
OPTIONAL MATCH (top:LABEL_ {uid: s.survivor})
RETURN a.uid AS absorbed, s.uid AS into, m.by AS by, m.why AS why, m.pair AS pair, CASE WHEN c IS NOT NULL THEN [c.one, c.other] END AS ends,
  readers_of(a) AS audience, coalesce(readers_in(top.audience), readers_in(s.audience)) AS survivor_audience
