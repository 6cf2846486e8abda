// title: How a task stands that the viewer may read, the items that the viewer is shown, how many there are, and which of the units, places and matters that an act names are there for the viewer
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes, uid, named
// returns: facts, items, last, named, task
// scope: own
MATCH (t:Task {uid: $uid})
WHERE is_of_task(t)
RETURN task_facts(t) AS facts, COLLECT { MATCH (i:TaskItem {of: t.uid}) WHERE item_shown(i) RETURN [i.uid, i.state, i.rests_on, i.for_teams] ORDER BY i.number } AS items,
  COUNT { MATCH (:TaskItem {of: t.uid}) } AS last,
  COLLECT { UNWIND $named AS uid MATCH (n:Unit|Place|MATTERS_ {uid: uid}) WHERE visible(n) RETURN [n.uid, caption(n), n.people] } AS named, t {.uid, .for_teams, .lead_team} AS task
