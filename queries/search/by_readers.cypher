// title: What ways of seeking find, for each set of readers: how many of each kind, rank and channel, and the first in the order of hits
// params: given
// returns: found
// scope: system
UNWIND $given.ways AS way
CALL (way) {
  CALL db.index.fulltext.queryNodes(way.index, way.query) YIELD node
  WHERE (MATCHED_)
  RETURN node, RANKED_ AS rank
}
WITH node, min(rank) AS rank
WITH node.audience AS audience, labels(node) AS labels, rank, collect(node) AS nodes
// A place begins with the kind: only of the first kinds all nodes have to be sorted.
WITH audience, {
  kind: [kind IN $given.labels WHERE kind IN labels][0], rank: rank, nodes: nodes, number: size(nodes), begin: left(coalesce(nodes[0].key_place, ''), 2)
} AS group
WITH audience, collect(group) AS groups
WITH audience, groups, [group IN groups WHERE $given.most > reduce(before = 0, each IN groups |
  before + CASE WHEN each.rank < group.rank OR (each.rank = group.rank AND each.begin < group.begin) THEN each.number ELSE 0 END)] AS first
CALL (first) {
  UNWIND first AS group
  UNWIND group.nodes AS node
  WITH group.rank AS rank, node, coalesce(node.key_place, '') AS place
  ORDER BY rank, place, node.uid LIMIT $given.most
  RETURN collect([rank, place, address(node)]) AS rows
}
CALL (groups) {
  UNWIND groups AS group
  UNWIND CASE WHEN group.kind IN $given.in_channels THEN group.nodes ELSE [] END AS node
  WITH node.channel AS channel, count(*) AS number
  WHERE channel IS NOT NULL
  RETURN collect([channel, number]) AS channels
}
RETURN collect([audience, [group IN groups | [group.kind, group.rank, group.number]], channels, rows]) AS found
