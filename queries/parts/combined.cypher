// title: All evidence between the matter and each other one, strongest first, combined, and the share of such pairs that are right
// params: none
// returns: other, evidence, strength, score
// scope: part
WITH other, evidence ORDER BY evidence.strength DESC, evidence.rule, [node IN evidence.path.nodes | known_by(node)], [edge IN evidence.path.edges | coalesce(edge.source_key, '')], [edge IN evidence.path.edges | edge.uid]
WITH other, collect(evidence) AS evidence
// What several rules say of the same things is one reason: the strongest counts.
WITH other, evidence, [i IN range(0, size(evidence) - 1) WHERE NOT evidence[i].via IN [each IN evidence[..i] | each.via] | evidence[i]] AS reasons
WITH other, evidence, reduce(rest = 1.0, each IN reasons | rest * (1.0 - each.strength)) AS doubt
WITH other, evidence, round(1.0 - doubt, 6) AS strength,
  round(CASE WHEN doubt < 1.0 THEN 1.0 / (1.0 + (log(1.0 - HALF_RIGHT_) / log(doubt)) ^ STEEPNESS_) ELSE 0.0 END, 6) AS score
