// title: The life of a ticket m on the platform, for whoever may read the ticket; the unit that has it where the viewer may read that
// params: viewer_audiences
// returns: row, place
// scope: shared
WITH m, COLLECT { MATCH (s:TaskStep {of: m.uid}) RETURN {
  id: s.uid, action: s.act, before: s.before, stage: coalesce(s.stage, s.before), by: s.by, teams: s.teams, at: toString(s.at),
  reason: s.reason, paper: s.paper, body: s.body, adopted: s.adopted, way: s.way, items: s.items, limit: s.limit, due_on: toString(s.due_on),
  answer: s.answer, rating: s.rating, rule: s.rule, version: s.version} ORDER BY s.number
} AS steps
WITH {task: m, steps: steps, stage: ticket_stage(m), answer: [each IN steps WHERE each.answer IS NOT NULL | each.answer][-1],
  rating: [each IN steps WHERE each.rating IS NOT NULL | each.rating][-1],
  held_by: CASE WHEN EXISTS { MATCH (s:TaskStep {standing: m.uid}) WHERE s.holder IS NOT NULL } THEN [each IN steps WHERE each.action = 'SEND' | each.body][-1] END,
  unit: COLLECT { MATCH (s:TaskStep {standing: m.uid}) MATCH (holder:Unit {uid: s.holder}) WHERE visible(holder) RETURN holder }[0]} AS row, [0] AS place
