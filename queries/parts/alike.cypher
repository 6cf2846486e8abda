// title: Matters whose texts say something alike, for every rule that says `alike`
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, claim, facts
// scope: shared
MATCH (m)-[t:SAYS_ALIKE]-(other:Matter)
WHERE t.kind IN KINDS_ AND visible_parts(t) AND visible(other)
WITH m, t, other, COUNT { MATCH (m)-[z:SAYS_ALIKE {kind: t.kind, value: t.value}]-(o:Matter) WHERE visible_parts(z) AND visible(o) RETURN DISTINCT o } + 1 AS degree,
  CASE WHEN startNode(t) = m THEN 0 ELSE 1 END AS side
WHERE degree <= $hub_cap
RETURN other, [m, other] AS nodes, [t] AS edges, degree, t.certainty AS certainty,
  CLAIM_ AS claim, {shared: t.value, here_words: t.words[side], there_words: t.words[1 - side], degree: degree} AS facts
