// title: Same unit and the same circumstances 同一单位同样情形
// params: viewer_audiences
// returns: other, here, there, counted, certainty, facts
// scope: shared
// both: Unit
// because: Both tell the like of the unit {shared}: “{here_words}” here, “{there_words}” there; {degree} matters name it
// because_zh: 两件事项都涉及单位{shared}，反映的情形相近（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项涉及该单位
// weight: 0.7
// Who tells of an eatery tells of feasts.
WITH m, e, x, degree, sharers, private
WHERE degree <= TOLD_CROWD_ AND NOT private AND NOT EXISTS { MATCH (e)<-[s:SERVED_BY]-(b:ReceptionBill) WHERE visible(s, b) }
UNWIND sharers AS one
WITH m, e, x, degree, one, one.matter AS other
MATCH (m)-[t:SAYS_ALIKE {kind: 'CIRCUMSTANCE'}]-(other)
WHERE visible_parts(t)
WITH e, x AS here, one, other, degree, t, CASE WHEN startNode(t) = m THEN 0 ELSE 1 END AS side
RETURN other, here, one.surest AS there, 2 AS counted, 1.0 / (1.0 + (1.0 / t.certainty - 1.0) * (degree - 1) / (TOLD_AMONG_ - 1.0)) AS certainty,
  {shared: coalesce(e.name, e.uscc), here_words: t.words[side], there_words: t.words[1 - side], degree: degree} AS facts
