// title: Merges of a kind that hold, all or those into some nodes, each with the two records of the pair that it follows from; readers are told where they differ
// params: uids
// returns: absorbed, into, by, why, pair, ends, readers, survivor_readers
// scope: system
MATCH (a:LABEL_:Absorbed)-[m:MERGED_INTO]->(s)
WHERE $uids IS NULL OR a.survivor IN $uids
OPTIONAL MATCH (c:IdentityCandidate {uid: m.pair})
OPTIONAL MATCH (answering:LABEL_ {uid: a.survivor}) WHERE answering.audience <> a.own_audience
RETURN a.uid AS absorbed, s.uid AS into, m.by AS by, m.why AS why, m.pair AS pair, CASE WHEN c IS NOT NULL THEN [c.one, c.other] END AS ends,
  CASE WHEN answering IS NOT NULL THEN COLLECT { MATCH (t:Audience {number: a.own_audience}) RETURN t.readers }[0] END AS readers,
  CASE WHEN answering IS NOT NULL THEN COLLECT { MATCH (t:Audience {number: answering.audience}) RETURN t.readers }[0] END AS survivor_readers
