// title: What was done with a clue c, in order; what was written with it for who sees such data, another clue for whoever may read that
// params: viewer_audiences, viewer_classes
// returns: row, place
// scope: shared
MATCH (s:ClueStep {clue: c.uid})
WITH {id: s.uid, action: s.act, before: s.before, stage: coalesce(s.stage, s.before), by: s.by, teams: s.teams, at: toString(s.at),
  reason: CASE WHEN s.data IN $viewer_classes THEN s.reason END, paper: CASE WHEN s.data IN $viewer_classes THEN s.paper END,
  disposal: s.disposal, held_by: CASE WHEN s.holder <> '' THEN s.holder END, to_team: s.to_team, limit: s.limit,
  officers: CASE WHEN s.data IN $viewer_classes THEN s.officers ELSE [] END, body: CASE WHEN s.data IN $viewer_classes THEN s.body END,
  look_again_on: toString(s.look_again_on), due_on: toString(s.due_on), rule: s.rule, version: s.version,
  other: COLLECT { MATCH (m:Clue {uid: s.other}) WHERE visible(m) RETURN m }[0]} AS row, [s.number, s.uid] AS place
