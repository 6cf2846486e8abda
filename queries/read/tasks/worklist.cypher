// title: The tasks that may wait for an officer: those that are not over, and tickets of the platform, of those that the officer may read
// params: viewer_audiences, viewer_officer, viewer_teams, viewer_units, viewer_grants, viewer_classes, desks, open
// returns: tasks, viewer, day
// scope: own
// tie: row.day, row.title, row.id
CALL () {
  MATCH (now:TaskStep)
  WHERE now.stands_at IS NOT NULL
  MATCH (t:Task {uid: now.of})
  WHERE is_of_task(t)
  RETURN [t.uid, t.title, task_facts(t)] AS told
  UNION ALL
  UNWIND [duty IN $viewer_grants WHERE duty IN $desks][..1] AS duty
  MATCH (now:TaskStep)
  WHERE now.stands_at IS NOT NULL
  MATCH (m:Ticket {uid: now.of})
  WHERE visible(m)
  RETURN [m.uid, m.number, ticket_facts(m)] AS told
  UNION ALL
  UNWIND [duty IN $viewer_grants WHERE duty IN $desks][..1] AS duty
  MATCH (m:Ticket)
  WHERE coalesce(m.state IN $open, true) AND visible(m) AND NOT EXISTS { MATCH (:TaskStep {standing: m.uid}) }
  RETURN [m.uid, m.number, ticket_facts(m)] AS told
}
WITH collect(told) AS tasks
RETURN tasks, [$viewer_officer, $viewer_teams + $viewer_units, $viewer_grants, $viewer_classes] AS viewer, toString(TODAY_) AS day
