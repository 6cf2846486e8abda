// title: What the rules find for these matters that would be shown alone: each pair from the matter that its number puts first, or from both
// params: viewer_audiences, hub_cap, given
// returns: rows
// scope: system
UNWIND $given.uids AS uid
MATCH (m:LABEL_ {uid: uid})
CALL (m) {
RULES_
}
WITH m, other, evidence WHERE evidence.uncrowded >= $given.least
WITH m, other, evidence, [coalesce(m.number, ''), coalesce(m.source, ''), coalesce(m.source_key, ''), m.uid] <
  [coalesce(other.number, ''), coalesce(other.source, ''), coalesce(other.source_key, ''), other.uid] AS first
WHERE first OR $given.both
RETURN collect({
  first: first,
  one: m.uid, other: other.uid, rule: evidence.rule, told: evidence.told, strength: evidence.uncrowded,
  via: [node IN evidence.path.nodes[1..-1] | node.uid],
  audiences: [node IN evidence.path.nodes[1..-1] | node.audience] + reduce(readers = [], edge IN evidence.path.edges | readers + coalesce(edge.audiences, [edge.audience]))
}) AS rows
