// title: The matters that were found to belong with one, as the viewer may see them now
// params: viewer_audiences, found
// returns: ConnectedMatter
// scope: shared
MATCH (m)
WHERE is_at(m, $found.m) AND visible(m)
// rows: m
UNWIND $found.rows AS given
MATCH (other)
WHERE is_at(other, given.matter) AND visible(other)
WITH other, given, COLLECT {
  UNWIND given.evidence AS each
  WITH each, COLLECT { UNWIND each.nodes AS place MATCH (n) WHERE is_at(n, place) AND visible(n) RETURN n } AS nodes,
    COLLECT { UNWIND each.edges AS place MATCH ()-[r]->() WHERE is_at(r, place) AND (visible(r) OR r:SAYS_ALIKE AND visible_parts(r)) RETURN r } AS edges
  WHERE size(nodes) = size(each.nodes) AND size(edges) = size(each.edges)
  RETURN {rule: each.rule, strength: each.strength, told: each.told, path: {nodes: [m] + nodes + [other], edges: edges, told: each.told}}
} AS evidence
WHERE size(evidence) > 0
WITH {matter: other, evidence: evidence, strength: given.strength, score: given.score} AS row
// extra left_out
UNWIND $found.left_out AS given
MATCH (e)
WHERE is_at(e, given.entity) AND visible(e)
WITH {entity: e, count: given.count, reason: given.reason} AS row
