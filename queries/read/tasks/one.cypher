// title: One task, for whoever may read every matter that it rests on, and for the team that carries it
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes, id
// returns: Task
// scope: own
// tie: row.id
MATCH (t:Task {uid: $id})
WHERE is_of_task(t)
// row
TASK_
WHERE true
// late
TASK_LATE_
