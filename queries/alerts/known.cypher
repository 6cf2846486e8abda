// title: Alerts of comparison models that are there
// params: source, models
// returns: uid, model, hash, state
// scope: system
MATCH (a:Alert {source: $source})
WHERE a.model IN $models
RETURN a.uid AS uid, a.model AS model, a.hash AS hash, a.state AS state
