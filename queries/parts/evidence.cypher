// title: Evidence on the matter m by every rule: each shared thing once per other matter, with strength and sentences
// params: viewer_audiences
// returns: other, evidence
// scope: part
WITH m, parents, kinds_of(m) AS mine, came_on(m) AS day
CALL (m, parents, mine, day) {
BRANCHES_
}
WITH day, other, claim[0] AS rule, CASE WHEN size(nodes) = 2 THEN [edges[0].uid] ELSE [node IN nodes[1..-1] | node.uid] END AS via,
  collect([nodes, edges, degree, certainty, claim, facts]) AS found
// What is found once needs no order: most is.
WITH day, other, rule, via, CASE WHEN size(found) = 1 THEN found[0] ELSE COLLECT {
  UNWIND found AS each
  WITH each ORDER BY each[3] DESC, each[2], [edge IN each[1] | coalesce(edge.role, '')], [edge IN each[1] | coalesce(edge.source_key, '')],
    [edge IN each[1] | edge.uid] LIMIT 1
  RETURN each
}[0] END AS best
// best: 0 nodes, 1 edges, 2 degree, 3 certainty, 4 the rule's [name, weight, which of its sentences], 5 facts
WITH other, rule, via, best, abs(duration.inDays(day, came_on(other)).days) AS days
WITH other, rule, via, best,
  best[4][1] * best[3] / (1.0 + coalesce(days, UNKNOWN_DAYS_) / HALVING_DAYS_) AS uncrowded
WITH other, rule, via, best, uncrowded, uncrowded / (1.0 + CROWDING_ * log(CASE WHEN best[2] > 2 THEN best[2] - 1 ELSE 1 END) ^ 2) AS strength,
  [rule, best[4][2], best[5]] AS told
RETURN other, {rule: rule, strength: round(strength, 6), uncrowded: round(uncrowded, 6), told: told, via: via, path: {nodes: best[0], edges: best[1], told: told}} AS evidence
