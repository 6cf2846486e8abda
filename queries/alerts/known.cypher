// title: Alerts of comparison models that are there, whether somebody has checked them, and whether their rows fired no more already
// params: source, models
// returns: uid, model, hash, is_checked, is_gone
// scope: system
MATCH (a:Alert {source: $source})
WHERE a.model IN $models
RETURN a.uid AS uid, a.model AS model, a.hash AS hash, EXISTS { (:AlertCheck {alert: a.uid}) } AS is_checked, a.ground_gone_at IS NOT NULL AS is_gone
