// title: What came back after it was put right: problems of a pack with the later matters that tell of them again
// params: viewer_audiences, earlier, on
// returns: Pack
// scope: shared
// tie: row.place
UNWIND range(0, size($earlier) - 1) AS place
MATCH (e:AuditFinding|InspectionIssue)
WHERE is_at(e, $earlier[place]) AND visible(e)
CALL (e) {
  MATCH (e)<-[y:REPEATS]-(m:Matter)
  WHERE visible(y, m)
  WITH e, m, came_on(m) AS day
  WHERE was_put_right(e, day)
  RETURN m, day
  UNION
  MATCH (e)<-[:JOINS]-(l:Link {rule: 'rectified_but_back'})-[:JOINS]->(m:Matter)
  WHERE m <> e AND visible_parts(l) AND visible(m) AND l.state <> 'REJECTED' AND e.closed_on IS NOT NULL
  WITH e, m, came_on(m) AS day
  WHERE was_put_right(e, day)
  RETURN m, day
}
WITH e, place, m, day
WHERE coalesce(day <= date($on), true)
WITH e, place, m, day ORDER BY place, day, m.number, known_by(m)
WITH e, place, collect({at: address(m), number: m.number, day: toString(day), amount_fen: m.amount_fen}) AS later ORDER BY place
RETURN collect({of: e.uid, later: later}) AS rows
