// title: Recommendations, newest first, that the viewer may read: every matter that each rests on, or as the team that carries it
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes
// returns: Recommendation
// scope: own
// tie: row.title, row.id
// filter stage [RecommendationStage!]: EXISTS { MATCH (s:TaskStep {standing: t.uid}) WHERE s.stage IN $stage } -- Stages of the recommendations
// filter team String: t.lead_team = $team -- Code of the team that carries them
// filter unit ID: EXISTS { MATCH (u:Unit {uid: t.unit}) WHERE u.uid = $unit AND visible(u) } -- Id of the unit that they are addressed to
// filter form [RecommendationForm!]: t.form IN $form -- Forms of the recommendations
// order NEWEST: row.made_at DESC -- Newest recommendation first
MATCH (t:Task {kind: 'Recommendation'})
WHERE is_of_task(t)
// row
TASK_
WHERE true
// late
TASK_LATE_
