// title: One consultation, for the teams that take part and for who approves it
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes, id
// returns: Consultation
// scope: own
// tie: row.id
MATCH (t:Task {uid: $id})
WHERE is_of_task(t)
// row
TASK_
WHERE true
// late
AGENDA_LATE_
