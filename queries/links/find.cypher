// title: What the rules find for these matters where it is worth showing, each pair from the matter that its number puts first
// params: uids, viewer_audiences, hub_cap, shown_from
// returns: rows
// scope: system
UNWIND $uids AS uid
MATCH (m:LABEL_ {uid: uid})
CALL (m) {
CALL (m) {
RULES_
}
COMBINED_
WITH other, evidence AS pieces, score WHERE score >= $shown_from
RETURN other, pieces
}
WITH m, other, pieces
WHERE [coalesce(m.number, ''), coalesce(m.source, ''), coalesce(m.source_key, ''), m.uid] <
  [coalesce(other.number, ''), coalesce(other.source, ''), coalesce(other.source_key, ''), other.uid]
UNWIND pieces AS evidence
RETURN collect({
  one: m.uid, other: other.uid, rule: evidence.rule, told: evidence.told,
  via: [node IN evidence.path.nodes[1..-1] | node.uid],
  audiences: [node IN evidence.path.nodes[1..-1] | node.audience] + reduce(readers = [], edge IN evidence.path.edges | readers + coalesce(edge.audiences, [edge.audience]))
}) AS rows
