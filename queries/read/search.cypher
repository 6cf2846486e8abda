// title: Full-text search, best rank first: same caption, caption begins so, caption holds it, text holds it
// params: viewer_audiences, words, text, kinds, channels
// returns: Node
// scope: shared
// tie: Node row.node
// order RANK: row.rank ASC -- Closest caption first
CALL db.index.fulltext.queryNodes('words', $words) YIELD node
WHERE visible(node)
  AND ($kinds IS NULL OR any(kind IN $kinds WHERE kind IN labels(node)))
  AND ($channels IS NULL OR node.channel IN $channels)
WITH node, caption(node) AS caption
WITH {node: node, rank: CASE WHEN caption = $text THEN 0 WHEN caption STARTS WITH $text THEN 1 WHEN caption CONTAINS $text THEN 2 ELSE 3 END} AS row
WHERE true
