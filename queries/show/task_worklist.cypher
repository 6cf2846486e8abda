// title: What waits for an officer of tasks and tickets, each as the viewer may see it now
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes, found
// returns: TaskWork
// scope: own
UNWIND $found.rows AS given
CALL (given) {
  MATCH (t:Task {uid: given.id})
  WHERE is_of_task(t)
  RETURN t.kind AS kind, t.unit AS of_unit
  UNION
  MATCH (m:Ticket {uid: given.id})
  WHERE visible(m)
  RETURN 'Ticket' AS kind, COLLECT { MATCH (s:TaskStep {standing: m.uid}) RETURN s.holder }[0] AS of_unit
}
WITH given {.*, kind: kind, unit: COLLECT { MATCH (n:Unit {uid: of_unit}) WHERE visible(n) RETURN n }[0]} AS row
