// title: Matters whose texts say something alike, for every rule that says `alike`
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts, claim
// scope: shared
// What one text says is counted once, however many say it too: a hotline stands in hundreds.
MATCH (m)-[t:SAYS_ALIKE]-(other:Matter)
WHERE t.kind IN KINDS_ AND visible_parts(t) AND visible(other)
WITH m, t.kind AS kind, t.value AS value, collect({tie: t, other: other}) AS said, count(DISTINCT other) + 1 AS degree
WHERE degree <= $hub_cap
UNWIND said AS one
WITH m, kind, value, degree, one.tie AS t, one.other AS other, CASE WHEN startNode(one.tie) = m THEN 0 ELSE 1 END AS side
RETURN other, [m, other] AS nodes, [t] AS edges, degree, t.certainty AS certainty,
  {shared: value, here_words: t.words[side], there_words: t.words[1 - side], degree: degree} AS facts, CLAIM_ AS claim
