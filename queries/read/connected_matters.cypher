// title: Matters that belong with this one, every rule's evidence put together, strongest first
// params: viewer_audiences, hub_cap, given
// returns: ConnectedMatter
// scope: shared
// tie: Matter row.matter
// order SCORE: row.score DESC -- Strongest connection first
// sends: {matter: address(row.matter), score: row.score, evidence: [each IN row.evidence | {rule: each.rule, strength: each.strength, told: each.told, nodes: [node IN each.path.nodes[1..-1] | address(node)], edges: [edge IN each.path.edges | address(edge)]}]}
CALL () {
ASKED_
}
// rows: m
CALL (m) {
RULES_
}
WITH other, evidence ORDER BY evidence.strength DESC, evidence.rule, [node IN evidence.path.nodes | coalesce(node.source_key, '')], [edge IN evidence.path.edges | coalesce(edge.source_key, '')], [edge IN evidence.path.edges | edge.uid]
WITH other, collect(evidence) AS evidence
WHERE $given.channels IS NULL OR other.channel IN $given.channels
WITH {matter: other, evidence: evidence, score: round(1.0 - reduce(rest = 1.0, each IN evidence | rest * (1.0 - each.strength)), 6)} AS row
WHERE row.score >= $given.min_score
