// title: Keep what was done with a clue; where it leads somewhere it stands in place of the step before, which is never changed otherwise
// params: step, at, days, leads, owes_beside
// returns: nothing
// scope: system
// A step names its clue by its uid: a clue may go with its source and come back. Who holds the clue now reads it (held_by); where
// it stands (stands_at), and whether somebody beside its stage and holder owes something (owes_beside), is what worklists seek by.
CALL () {
  MATCH (before:ClueStep {standing: $step.clue})
  WHERE $leads
  REMOVE before.standing, before.held_by, before.stands_at
}
CREATE (s:ClueStep {uid: $step.uid})
SET s += $step, s.at = datetime($at), s.on = date($days.on), s.due_on = date($days.due_on), s.look_again_on = date($days.look_again_on),
  s.standing = CASE WHEN $leads THEN $step.clue END, s.stands_at = CASE WHEN $leads THEN $step.stage END
WITH s
MATCH (b:ClueBook {uid: s.clue})
SET b.owes_beside = CASE WHEN $owes_beside THEN true END
