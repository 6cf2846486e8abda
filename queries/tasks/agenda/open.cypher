// title: What the consultations of a team left open: when the last of them that was held was proposed, what it put off, tasks that are not done, units that it warned of
// params: team
// returns: since, items, tasks, warned
// scope: system
// Whatever the convener may read: what is open is lost by nobody's rights, and shown by each viewer's own.
WITH COLLECT {
  MATCH (c:Task {kind: 'Consultation'})
  WHERE c.lead_team = $team AND EXISTS { MATCH (now:TaskStep {standing: c.uid}) WHERE now.stage = 'CLOSED' }
  RETURN c ORDER BY c.made_at DESC, c.uid
} AS held
RETURN toString(held[0].made_at) AS since, COLLECT {
  MATCH (i:TaskItem {of: held[0].uid})
  WHERE i.state IN ['OPEN', 'PUT_OFF']
  RETURN i {.type, .about, .text, .rests_on, .audiences, .target, .points, for_teams: coalesce(i.for_teams, held[0].for_teams)} ORDER BY i.number
} AS items, COLLECT {
  MATCH (t:Task {kind: 'ConsultationTask'})
  WHERE t.convened_by = $team AND EXISTS { MATCH (now:TaskStep {standing: t.uid}) WHERE now.stands_at IS NOT NULL }
  RETURN {type: 'OPEN_TASK', about: t.uid, rests_on: t.rests_on, for_teams: t.for_teams} ORDER BY t.own_day, t.uid
} AS tasks, COLLECT {
  UNWIND held AS c
  MATCH (i:TaskItem {of: c.uid, type: 'WARNING'})
  WITH i.about AS unit, max(i.points) AS points ORDER BY unit
  RETURN [unit, points]
} AS warned
