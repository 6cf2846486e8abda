// title: What the viewer's teams were told about links, those of which the viewer may read every part
// params: viewer_audiences, viewer_teams
// returns: Notice
// scope: shared
// tie: row.number, row.id
// filter kind [NoticeKind!]: n.kind IN $kind -- Kinds of notices
// order NEWEST: row.number DESC -- Newest notice first
// order OLDEST: row.number ASC -- Oldest notice first, as somebody who was away catches up
MATCH (t:Team)<-[:TOLD_TO]-(n:Notice)
WHERE t.team_code IN $viewer_teams
MATCH (one:Matter)<-[:SPEAKS_OF {place: 0}]-(n)-[:SPEAKS_OF {place: 1}]->(other:Matter)
WHERE visible(one, other) AND visible_parts(n)
// row
WITH n, t, one, other
WITH {id: n.uid, number: n.number, kind: n.kind, at: toString(n.at), team: t.team_code, rule: n.rule, sentence: n.sentence, one: one, other: other, about: n.link} AS row
WHERE true
// late
WITH row AS told
WITH told, told.one AS one, told.other AS other
WITH told, COLLECT {
  MATCH (l:Link {uid: told.about})
  LINK_
  LINK_LATE_
  RETURN row
}[0] AS link
WITH told {.*, link: link} AS row
