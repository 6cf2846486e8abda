// title: What every rule finds for these matters, each pair from the matter with the smaller uid
// params: uids, viewer_audiences, hub_cap
// returns: rows
// scope: system
UNWIND $uids AS uid
MATCH (m:LABEL_ {uid: uid})
CALL (m) {
RULES_
}
WITH m, other, evidence
WHERE m.uid < other.uid
RETURN collect({
  one: m.uid, other: other.uid, rule: evidence.rule, told: evidence.told,
  via: [node IN evidence.path.nodes[1..-1] | node.uid],
  audiences: [node IN evidence.path.nodes[1..-1] | node.audience] + [edge IN evidence.path.edges | edge.audience]
}) AS rows
