// title: Consultations, newest first, of the teams that take part, and for who approves them
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes
// returns: Consultation
// scope: own
// tie: row.title, row.id
// filter stage [ConsultationStage!]: EXISTS { MATCH (s:TaskStep {standing: t.uid}) WHERE s.stage IN $stage } -- Stages of the consultations
// filter team String: $team IN t.for_teams -- Code of a team that takes part
// order NEWEST: row.made_at DESC -- Newest consultation first
MATCH (t:Task {kind: 'Consultation'})
WHERE is_of_task(t)
// row
TASK_
WHERE true
// late
AGENDA_LATE_
