// title: All evidence between the matter and each other one, strongest first, combined, and the share of such pairs that are right
// params: none
// returns: other, evidence, strength, score
// scope: part
WITH other, collect(evidence) AS found
WITH other, CASE WHEN size(found) = 1 THEN found ELSE COLLECT {
  UNWIND found AS each
  WITH each ORDER BY each.strength DESC, each.rule, [node IN each.path.nodes[1..] | known_by(node)], [edge IN each.path.edges | coalesce(edge.source_key, '')], [edge IN each.path.edges | edge.uid]
  RETURN each
} END AS evidence
// What several rules say of the same things is one reason: the strongest counts.
WITH other, evidence, [i IN range(0, size(evidence) - 1) WHERE NOT evidence[i].via IN [each IN evidence[..i] | each.via] | evidence[i]] AS reasons
WITH other, evidence, reduce(rest = 1.0, each IN reasons | rest * (1.0 - each.strength)) AS doubt
WITH other, evidence, round(1.0 - doubt, 6) AS strength,
  round(CASE WHEN doubt < 1.0 THEN 1.0 / (1.0 + (log(1.0 - HALF_RIGHT_) / log(doubt)) ^ STEEPNESS_) ELSE 0.0 END, 6) AS score
