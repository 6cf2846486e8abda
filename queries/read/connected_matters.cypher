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
// extra left_out
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Entity)
WHERE visible(x, e)
WITH DISTINCT e
WITH e, namings_counted(e) AS counted
WHERE counted > $hub_cap
WITH e, COUNT { MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(y, o) RETURN DISTINCT o } AS degree
WHERE degree > $hub_cap
WITH e, degree ORDER BY degree DESC, natural_order(Entity, e)
WITH {entity: address(e), count: degree, reason: 'Named in more matters than a shared value may be to connect them 热点实体不作关联依据'} AS row
