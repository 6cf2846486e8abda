// title: Keep what was done with a task, and what it made of its items; where it leads somewhere it stands in place of the step before
// params: step, at, day, due_on, leads, marked, chosen, added
// returns: nothing
// scope: system
// No step is ever changed otherwise or deleted.
CALL () {
  MATCH (before:TaskStep {standing: $step.of})
  WHERE $leads
  REMOVE before.standing, before.held_by, before.stands_at
}
CREATE (s:TaskStep {uid: $step.uid})
SET s += $step, s.at = datetime($at), s.on = date($day), s.due_on = date($due_on), s.standing = CASE WHEN $leads THEN $step.of END
WITH s
CALL (s) {
  UNWIND $chosen AS uid
  MATCH (i:TaskItem {uid: uid, of: s.of})
  SET i += $marked
}
CALL (s) {
  UNWIND $added AS item
  CREATE (made:TaskItem {uid: item.uid})
  SET made += item, made.of = s.of, made.made_on = s.on
}
