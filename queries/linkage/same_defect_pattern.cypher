// title: Same defect in different units 同类问题表现
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: Both tell of {problem: Problem} in words that few others use, of different units: “{here_words}” here, “{there_words}” there; {degree} matters do
// because_zh: 两件事项以少见的相同表述反映不同单位的{problem: Problem}问题（本件“{here_words}”，另一件“{there_words}”），共有{degree}件
// weight: 0.25
MATCH (m)-[t:SAYS_ALIKE {kind: 'DEFECT'}]-(other:Matter)
WHERE visible_parts(t) AND visible(other)
WITH m, mine, t, other, COUNT { MATCH (m)-[z:SAYS_ALIKE {kind: 'DEFECT'}]-(o:Matter) WHERE visible_parts(z) AND visible(o) RETURN DISTINCT o } + 1 AS degree,
  CASE WHEN startNode(t) = m THEN 0 ELSE 1 END AS side, head([kind IN mine WHERE kind IN kinds_of(other)]) AS problem
WHERE degree <= $hub_cap AND problem IS NOT NULL AND NOT EXISTS {
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Unit)<-[y:NAMES|NAMES_IN_TEXT]-(other)
  WHERE visible(x, e, y) AND concerns(m, x) AND concerns(other, y)
}
RETURN other, [m, other] AS nodes, [t] AS edges, degree, t.certainty AS certainty,
  {problem: problem, here_words: t.words[side], there_words: t.words[1 - side], degree: degree} AS facts
