// title: What was found of a network, as the viewer may see it now; nothing where any of it is gone
// params: viewer_audiences, found
// returns: Network
// scope: shared
WITH COLLECT { UNWIND $found.nodes AS place MATCH (n) WHERE is_at(n, place) AND visible(n) RETURN n } AS nodes,
  COLLECT { UNWIND $found.edges AS place MATCH ()-[r]->() WHERE is_at(r, place) AND visible(r) RETURN r } AS edges
WHERE size(nodes) = size($found.nodes) AND size(edges) = size($found.edges)
WITH nodes, edges, $found.network AS given
WITH given {.*,
  central: [each IN given.central | each {.*, node: nodes[each.node], edges: [e IN each.edges | edges[e]]}],
  communities: [each IN given.communities | each {.*, nodes: [n IN each.nodes | nodes[n]]}],
  go_betweens: [each IN given.go_betweens | each {.*, node: nodes[each.node], edges: [e IN each.edges | edges[e]]}],
  growth: [step IN given.growth | step {.*, joinings: [each IN step.joinings | each {.*, node: nodes[each.node], edges: [e IN each.edges | edges[e]]}]}],
  suggestions: [each IN given.suggestions | each {.*, asked: nodes[each.asked], node: nodes[each.node], edges: [e IN each.edges | edges[e]]}],
  left_out: [each IN given.left_out | each {.*, node: nodes[each.node]}]
} AS row
WHERE true
