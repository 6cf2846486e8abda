// title: Keep what was done with a clue; the step before is retired, none is ever changed
// params: step, at, days
// returns: nothing
// scope: system
// A step names its clue by its uid: a clue may go with its source and come back.
CALL () {
  MATCH (before:ClueStep {standing: $step.clue})
  REMOVE before.standing
}
CREATE (s:ClueStep {uid: $step.uid})
SET s += $step, s.at = datetime($at), s.on = date($days.on), s.due_on = date($days.due_on), s.look_again_on = date($days.look_again_on),
  s.standing = $step.clue
