// title: Keep what was done with a clue; where it leads somewhere it stands in place of the step before, which is never changed otherwise
// params: step, at, days, leads
// returns: nothing
// scope: system
// A step names its clue by its uid: a clue may go with its source and come back. Who holds the clue now reads it (held_by).
CALL () {
  MATCH (before:ClueStep {standing: $step.clue})
  WHERE $leads
  REMOVE before.standing, before.held_by
}
CREATE (s:ClueStep {uid: $step.uid})
SET s += $step, s.at = datetime($at), s.on = date($days.on), s.due_on = date($days.due_on), s.look_again_on = date($days.look_again_on),
  s.standing = CASE WHEN $leads THEN $step.clue END
