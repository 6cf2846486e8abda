// title: A consultation of a row, as whoever may read it sees it: of its agenda and of what was said the viewer sees that of which every part may be read
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes
// returns: row
// scope: part
WITH row AS told, row.task AS t
WITH told, t, COLLECT {
  MATCH (i:TaskItem {of: t.uid})
  WHERE item_shown(i)
  RETURN i ORDER BY i.number, i.uid
} AS shown
WITH told, t, shown, [i IN shown | i.uid] AS known
WITH told, t, shown, COLLECT {
  MATCH (s:TaskStep {of: t.uid})
  WITH s, [uid IN s.items WHERE uid IN known] AS of_shown
  // What was done to items that are not shown alone is not there; what was written on any of them is for who is shown all.
  WHERE size(of_shown) > 0 OR size(s.items) = 0 OR s.stage IS NOT NULL
  WITH s, of_shown, size(of_shown) = size(s.items) AS is_told
  RETURN {id: s.uid, action: s.act, before: s.before, stage: coalesce(s.stage, s.before), by: s.by, teams: s.teams, at: toString(s.at), on: toString(s.on),
    reason: CASE WHEN is_told THEN s.reason END, paper: CASE WHEN is_told THEN s.paper END, decision: CASE WHEN is_told THEN s.decision END,
    to_team: CASE WHEN is_told THEN s.to_team END, items: of_shown, limit: s.limit, due_on: CASE WHEN is_told THEN toString(s.due_on) END,
    rule: s.rule, version: s.version} ORDER BY s.number
} AS steps
WITH told, t, steps, COLLECT {
  // An item is called by its place among those that are shown: a gap would tell of one that is not.
  UNWIND range(0, size(shown) - 1) AS place
  WITH place, shown[place] AS i
  WITH place, i, COLLECT { MATCH (l:Link {uid: i.about}) WHERE visible_parts(l) RETURN l }[0] AS link
  RETURN {id: i.uid, number: place + 1, type: i.type, text: i.text, state: i.state, points: i.points, checked_on: toString(i.checked_on),
    matters: COLLECT { UNWIND i.rests_on AS uid MATCH (m:MATTERS_ {uid: uid}) WHERE visible(m) RETURN m ORDER BY natural_order(Matter, m) },
    unit: COLLECT { MATCH (n:Unit {uid: i.target}) WHERE visible(n) RETURN n }[0],
    link: link.uid, rule: link.rule, sentence: link.sentence,
    series: COLLECT { MATCH (asked:Series {uid: i.about}) MATCH (now:Series {uid: coalesce(asked.survivor, asked.uid)}) WHERE visible_series(now) RETURN now }[0],
    outcome: [s IN steps WHERE i.uid IN s.items AND s.action IN ['NOTE', 'DECIDE', 'PUT_OFF'] AND s.reason IS NOT NULL | s.reason][-1],
    tasks: COLLECT {
      MATCH (p:Task)
      WHERE (p.uid = i.about OR p.parent = t.uid AND i.uid IN p.items) AND is_of_task(p)
      RETURN {id: p.uid, title: p.title, held_by: p.lead_team, due_on: toString(p.own_day),
        stage: COLLECT { MATCH (now:TaskStep {standing: p.uid}) RETURN now.stage }[0]} ORDER BY p.made_at, p.uid
    }} ORDER BY place
} AS items
WITH told {.*, stage: COLLECT { MATCH (s:TaskStep {standing: t.uid}) RETURN s.stage }[0], held_by: t.lead_team, teams: t.for_teams, venue: t.text,
  own_due_on: toString(t.own_day), made_by: t.made_by, steps: steps, closed_on: [each IN steps WHERE each.action = 'CLOSE' | each.on][-1],
  minutes: [each IN steps WHERE each.action = 'CLOSE' | each.paper][-1],
  items: items} AS row
