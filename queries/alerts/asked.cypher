// title: An alert that the viewer may read: its state, its model if one of ours raised it, and whether the viewer may read the matter that it became
// params: viewer_audiences, uid, matter
// returns: state, model, has_matter
// scope: shared
MATCH (a:Alert {uid: $uid})
WHERE visible(a)
RETURN coalesce(alert_state(a), 'OPEN') AS state, CASE WHEN a.model_version IS NOT NULL THEN a.model END AS model,
  EXISTS { MATCH (m:Clue|Ticket {uid: $matter}) WHERE visible(m) } AS has_matter
