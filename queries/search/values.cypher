// title: What is seen of hits in the fields that people search by, in the order in which they are given; what is gone is left out
// params: viewer_audiences, given
// returns: rows
// scope: shared
RETURN COLLECT {
  UNWIND $given.rows AS row
  MATCH (node)
  WHERE is_at(node, row.node) AND visible(node)
  RETURN row {.*, values: [name IN $given.fields WHERE node[name] IS NOT NULL | [name, node[name]]]}
} AS rows
