// title: Matters that belong with this one, every rule's evidence put together, strongest first
// params: viewer_audiences, hub_cap, given
// returns: ConnectedMatter
// scope: shared
// tie: Matter row.matter
// order SCORE: row.strength DESC -- Strongest connection first
// sends: {matter: address(row.matter), score: row.score, strength: row.strength, evidence: [each IN row.evidence | {rule: each.rule, strength: each.strength, told: each.told, nodes: [node IN each.path.nodes[1..-1] | address(node)], edges: [edge IN each.path.edges | address(edge)]}]}
CALL () {
ASKED_
}
// rows: m
CALL (m) {
RULES_
}
COMBINED_
WITH other, evidence, strength, score
WHERE $given.channels IS NULL OR other.channel IN $given.channels
WITH {matter: other, evidence: evidence, strength: strength, score: score} AS row
WHERE row.score >= $given.min_score
