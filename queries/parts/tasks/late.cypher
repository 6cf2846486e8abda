// title: A task of a row, as whoever may read it sees it: of matters, units and places those that the viewer may read, items on others left out
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes
// returns: row
// scope: part
WITH row AS told, row.task AS t
WITH told, t, COLLECT {
  MATCH (i:TaskItem {of: t.uid})
  WHERE item_shown(i)
  RETURN i ORDER BY i.number
} AS shown
WITH told, t, shown, [i IN shown | i.uid] AS known
WITH told, t, COLLECT {
  MATCH (s:TaskStep {of: t.uid})
  WITH s, [uid IN s.items WHERE uid IN known] AS of_shown
  // What was done to items that are not shown alone is not there; what was written on any of them is for who is shown all.
  WHERE size(of_shown) > 0 OR size(s.items) = 0 OR s.stage IS NOT NULL
  WITH s, of_shown, size(of_shown) = size(s.items) AND (s.matter IS NULL OR EXISTS { MATCH (m:MATTERS_ {uid: s.matter}) WHERE visible(m) }) AS is_told
  RETURN {id: s.uid, action: s.act, before: s.before, stage: coalesce(s.stage, s.before), by: s.by, teams: s.teams, at: toString(s.at),
    on: toString(s.on), reason: CASE WHEN is_told THEN s.reason END, paper: CASE WHEN is_told THEN s.paper END, body: s.body, adopted: s.adopted,
    way: s.way, items: of_shown, limit: s.limit, due_on: toString(s.due_on), rule: s.rule, version: s.version}
  ORDER BY s.number
} AS steps, COLLECT {
  // An item is called by its place among those that are shown: a gap would tell of one that is not.
  UNWIND range(0, size(shown) - 1) AS place
  WITH place, shown[place] AS i
  RETURN {id: i.uid, number: place + 1, text: i.text, type: i.type, state: i.state, people: i.people, way: i.way,
    target: COLLECT { MATCH (n:Unit|Place {uid: i.target}) WHERE visible(n) RETURN n }[0],
    matter: COLLECT { MATCH (m:MATTERS_ {uid: i.matter}) WHERE visible(m) RETURN m }[0],
    due_on: toString(i.due_on), found_on: toString(i.found_on), fixed_on: toString(i.fixed_on), done_on: toString(i.done_on),
    checked_on: toString(i.checked_on)} ORDER BY place
} AS items
WITH told, t, steps, items, [each IN steps WHERE each.action IN ['RECORD_REPLY'] | each] AS replies
WITH told {.*, stage: COLLECT { MATCH (s:TaskStep {standing: t.uid}) RETURN s.stage }[0], held_by: t.lead_team, form: t.form, findings: t.text,
  causes: t.why, pattern: t.text, basis: t.paper, copy_to: t.copy_to, problem: t.problem, own_due_on: toString(t.own_day), made_by: t.made_by,
  matters: COLLECT { UNWIND t.rests_on AS uid MATCH (m:MATTERS_ {uid: uid}) WHERE visible(m) RETURN m ORDER BY natural_order(Matter, m) },
  unit: COLLECT { MATCH (n:Unit {uid: t.unit}) WHERE visible(n) RETURN n }[0],
  steps: steps, items: items, issue: [each IN steps WHERE each.action = 'ISSUE' | each][-1], adopted: replies[-1].adopted,
  served_on: [each IN steps WHERE each.action = 'SERVE' | each.on][-1], plan_received_on: [each IN steps WHERE each.action = 'RECORD_PLAN' | each.on][-1],
  reply_received_on: replies[-1].on, closed_on: [each IN steps WHERE each.action = 'CLOSE' | each.on][-1],
  to_check: size([i IN items WHERE i.state = 'TO_CHECK']), good: size([i IN items WHERE i.state = 'GOOD']), problems: size([i IN items WHERE i.state = 'PROBLEM']), clear: size([i IN items WHERE i.state = 'CLEAR']),
  found: size([i IN items WHERE i.state IN ['FOUND', 'FIXED', 'CHECKED']]), fixed: size([i IN items WHERE i.state IN ['FIXED', 'CHECKED']]),
  people_affected: reduce(sum = 0, i IN items | sum + CASE WHEN i.state IN ['FOUND', 'FIXED', 'CHECKED'] THEN coalesce(i.people, 0) ELSE 0 END),
  recommendation: COLLECT { MATCH (p:Task {uid: t.parent}) WHERE is_of_task(p) RETURN p.uid }[0], convened_by: t.convened_by,
  sweeps: COLLECT { MATCH (p:Task {parent: t.uid}) WHERE is_of_task(p) RETURN p.uid ORDER BY p.made_at, p.uid }} AS row
WITH row {.*, number: row.issue.paper, issued_on: row.issue.on, consultation: row.recommendation} AS row
