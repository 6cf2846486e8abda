// title: The tasks that may wait for an officer: those that are not over, of those that the officer may read
// params: viewer_audiences, viewer_officer, viewer_teams, viewer_grants, viewer_classes
// returns: tasks, viewer, day
// scope: own
// tie: row.day, row.title, row.task
MATCH (s:TaskStep)
WHERE s.stands_at IS NOT NULL
MATCH (t:Task {uid: s.of})
WHERE is_of_task(t)
WITH collect([t.uid, t.title, task_facts(t)]) AS tasks
RETURN tasks, [$viewer_officer, $viewer_teams, $viewer_grants, $viewer_classes] AS viewer, toString(TODAY_) AS day
