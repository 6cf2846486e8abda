// title: What waits for an officer of tasks, each as the viewer may see it now
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes, found
// returns: TaskWork
// scope: own
UNWIND $found.rows AS given
MATCH (t:Task {uid: given.task})
WHERE is_of_task(t)
WITH given {.*, kind: t.kind, unit: COLLECT { MATCH (n:Unit {uid: t.unit}) WHERE visible(n) RETURN n }[0]} AS row
