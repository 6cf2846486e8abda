// title: Sweeps, newest first, that the viewer may read: every matter that each rests on, or as the team that carries it
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes
// returns: Sweep
// scope: own
// tie: row.title, row.id
// filter stage [SweepStage!]: EXISTS { MATCH (s:TaskStep {standing: t.uid}) WHERE s.stage IN $stage } -- Stages of the sweeps
// filter team String: t.lead_team = $team -- Code of the team that carries them
// filter recommendation ID: EXISTS { MATCH (p:Task {uid: t.parent}) WHERE p.uid = $recommendation AND is_of_task(p) } -- Id of the recommendation that they come from
// order NEWEST: row.made_at DESC -- Newest sweep first
MATCH (t:Task {kind: 'Sweep'})
WHERE is_of_task(t)
// row
TASK_
WHERE true
// late
TASK_LATE_
