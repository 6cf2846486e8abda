// title: The alerts of a comparison model whose rows fire, as its last run found them
// params: source, model
// returns: key, rows, facts
// scope: system
MATCH (a:Alert {source: $source})
WHERE a.model = $model AND a.ground_gone_at IS NULL
RETURN substring(a.source_key, size($model) + 1) AS key, a.facts AS facts,
  COLLECT { MATCH (a)-[r:FIRED_ON]->(n) RETURN {uid: n.uid, source: r.row_source, key: r.row_key, audience: r.audience} ORDER BY r.row_source, r.row_key, n.uid } AS rows
ORDER BY key, a.uid
