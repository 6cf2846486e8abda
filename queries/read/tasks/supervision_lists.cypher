// title: Supervision lists of units, newest first, for everybody inside who sees data of their class
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes
// returns: SupervisionList
// scope: own
// tie: row.title, row.id
// filter stage [SupervisionListStage!]: EXISTS { MATCH (s:TaskStep {standing: t.uid}) WHERE s.stage IN $stage } -- Stages of the lists
// filter team String: t.lead_team = $team -- Code of the team that checks them
// filter unit ID: EXISTS { MATCH (u:Unit {uid: t.unit}) WHERE u.uid = $unit AND visible(u) } -- Id of the unit that they are for
// order NEWEST: row.made_at DESC -- Newest list first
MATCH (t:Task {kind: 'SupervisionList'})
WHERE is_of_task(t)
// row
TASK_
WHERE true
// late
TASK_LATE_
