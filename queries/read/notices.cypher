// title: What the viewer's teams were told about links, series, alerts, clues, tickets and tasks, that of which the viewer may read every part
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes
// returns: Notice
// scope: own
// tie: row.number, row.id
// filter kind [NoticeKind!]: n.kind IN $kind -- Kinds of notices
// order NEWEST: row.number DESC -- Newest notice first
// order OLDEST: row.number ASC -- Oldest notice first, as somebody who was away catches up
MATCH (t:Team)<-[:TOLD_TO]-(n:Notice)
WHERE t.team_code IN $viewer_teams
WITH t, n, COLLECT { MATCH (one:Matter)<-[:SPEAKS_OF {place: 0}]-(n) WHERE visible(one) RETURN one }[0] AS one
WHERE CASE WHEN n.task IS NULL THEN one IS NOT NULL ELSE one IS NOT NULL OR EXISTS { MATCH (k:Task {uid: n.task}) WHERE is_of_task(k) } END
  AND visible_parts(n) AND CASE WHEN n.check IS NOT NULL THEN true
    WHEN n.clue IS NOT NULL OR n.task IS NOT NULL THEN coalesce(n.for_duty IN $viewer_grants, true)
    WHEN n.series IS NOT NULL THEN EXISTS { MATCH (e:SeriesEntry {uid: n.entry}) WHERE visible_entry(e) }
    ELSE EXISTS { (n)-[:SPEAKS_OF {place: 1}]->(other:Matter) WHERE visible(other) } END
// row
WITH n, t, one
WITH {id: n.uid, number: n.number, kind: n.kind, at: toString(n.at), team: t.team_code, rule: n.rule, sentence: n.sentence, action: CASE WHEN n.task IS NULL THEN n.action END,
  task_action: CASE WHEN n.task IS NOT NULL THEN n.action END, task_id: n.task, limit: n.limit, due_on: toString(n.due_on), one: one, notice: n} AS row
WHERE true
// late
WITH row AS told, row.notice AS n
WITH told, n, told.one AS one, COLLECT { MATCH (n)-[:SPEAKS_OF {place: 1}]->(other:Matter) WHERE visible(other) RETURN other }[0] AS other
WITH told, n, one, other, COLLECT {
  MATCH (l:Link {uid: n.link})
  LINK_
  LINK_LATE_
  RETURN row
}[0] AS link, COLLECT {
  MATCH (s:Series {uid: n.series})
  MATCH (now:Series {uid: coalesce(s.survivor, s.uid)})
  RETURN now
}[0] AS series
WITH told {.*, other: other, link: link, series: series, task_kind: CASE WHEN one:Ticket AND n.task IS NOT NULL THEN 'Ticket'
  ELSE COLLECT { MATCH (k:Task {uid: n.task}) WHERE is_of_task(k) RETURN k.kind }[0] END} AS row
