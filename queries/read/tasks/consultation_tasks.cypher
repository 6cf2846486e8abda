// title: What consultations decided on, newest first, that the viewer may read: as who takes part and reads every matter that it rests on, or as the team that carries it
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes
// returns: ConsultationTask
// scope: own
// tie: row.title, row.id
// filter stage [ConsultationTaskStage!]: EXISTS { MATCH (s:TaskStep {standing: t.uid}) WHERE s.stage IN $stage } -- Stages of the tasks
// filter team String: t.lead_team = $team -- Code of the team that carries them
// filter consultation ID: EXISTS { MATCH (p:Task {uid: t.parent}) WHERE p.uid = $consultation AND is_of_task(p) } -- Id of the consultation that decided on them
// order NEWEST: row.made_at DESC -- Newest task first
MATCH (t:Task {kind: 'ConsultationTask'})
WHERE is_of_task(t)
// row
TASK_
WHERE true
// late
TASK_LATE_
