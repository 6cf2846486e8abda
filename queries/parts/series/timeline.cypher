// title: What happened in a series s and in its members, day by day, as far as the viewer may read it
// params: viewer_audiences
// returns: row, place
// scope: shared
CALL (s) {
  MATCH (e:SeriesEntry)-[:SAID_OF]->(s:Series)
  WHERE e.kind IN ['OPENED', 'LED', 'JOINED', 'SPLIT', 'CLOSED'] AND visible_entry(e)
  RETURN {at: toString(e.at), kind: e.kind, by: e.by, text: e.text} AS row, 1 AS rank, e.number AS number, '' AS named
  UNION ALL
  MATCH (k:SeriesMember)-[:IN_SERIES]->(s:Series)
  MATCH (m:MATTERS_ {uid: k.matter})
  WHERE visible(m)
  UNWIND [['CAME_IN', toString(came_on(m)), 0], ['ADDED', toString(k.at), 2], ['REMOVED', toString(k.left_at), 2]] AS told
  WITH k, m, told WHERE told[1] IS NOT NULL
  RETURN DISTINCT {at: told[1], kind: told[0], matter: m, by: CASE told[0] WHEN 'ADDED' THEN k.by WHEN 'REMOVED' THEN k.left_by END} AS row,
    told[2] AS rank, CASE told[0] WHEN 'CAME_IN' THEN 0 ELSE k.number END AS number, coalesce(m.number, '') + ' ' + m.uid AS named
  UNION ALL
  MATCH (k:SeriesMember)-[:IN_SERIES]->(s:Series)
  WHERE k.is_present
  MATCH (m:MATTERS_ {uid: k.matter})<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other:Matter)
  WHERE visible(m, other) AND visible_parts(l) AND EXISTS { (:SeriesMember {matter: other.uid, is_present: true})-[:IN_SERIES]->(s:Series) }
  MATCH (l:Link)<-[:JUDGES]-(j:LinkJudgement)
  RETURN {at: toString(j.at), kind: 'LINK_JUDGED', by: j.by, text: j.why, verdict: j.verdict, matter: m, other: other} AS row,
    2 AS rank, j.number AS number, '' AS named
}
WITH row, [row.at, rank, number, named] AS place
