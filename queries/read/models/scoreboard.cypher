// title: What came of the alerts that each comparison model raised, of those that the viewer may read; for the teams inside the house
// params: viewer_audiences, viewer_grants, models
// returns: ModelScore
// scope: shared
// tie: row.place, row.model
CALL () {
  MATCH (a:Alert)
  WHERE visible(a) AND a.model_version IS NOT NULL
  WITH a.model AS model, a.title AS title, coalesce(alert_state(a), 'OPEN') AS state, EXISTS { (k:AlertCheck {alert: a.uid}) } AS is_checked
  RETURN model, min(title) AS title, count(*) AS alerts, sum(CASE WHEN is_checked THEN 1 ELSE 0 END) AS checked,
    sum(CASE state WHEN 'OPEN' THEN 1 ELSE 0 END) AS open, sum(CASE state WHEN 'DISMISSED' THEN 1 ELSE 0 END) AS dismissed,
    sum(CASE state WHEN 'TO_UNIT' THEN 1 ELSE 0 END) AS to_unit, sum(CASE state WHEN 'TO_CLUE' THEN 1 ELSE 0 END) AS to_clue
  UNION ALL
  UNWIND $models AS told
  RETURN told.model AS model, null AS title, 0 AS alerts, 0 AS checked, 0 AS open, 0 AS dismissed, 0 AS to_unit, 0 AS to_clue
}
WITH model, min(title) AS title, sum(alerts) AS alerts, sum(checked) AS checked, sum(open) AS open, sum(dismissed) AS dismissed,
  sum(to_unit) AS to_unit, sum(to_clue) AS to_clue
WITH [told IN $models WHERE told.model = model][0] AS told, to_unit + to_clue AS useful, dismissed,
  {model: model, title: title, alerts: alerts, checked: checked, open: open, dismissed: dismissed, to_unit: to_unit, to_clue: to_clue} AS row
WITH row {.*, title: coalesce(told.title, row.title, row.model), place: coalesce(told.place, size($models)),
  precision: CASE WHEN useful + dismissed > 0 THEN round(toFloat(useful) / (useful + dismissed), 3) END} AS row
WHERE 'READ_SHARED' IN $viewer_grants
