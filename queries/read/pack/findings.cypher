// title: Audit findings on the units of a pack up to a day, newest first
// params: viewer_audiences, units, on, sure, most
// returns: Pack
// scope: shared
// tie: row.place
UNWIND range(0, size($units) - 1) AS place
MATCH (u:Unit)
WHERE is_at(u, $units[place]) AND visible(u)
MATCH (u)<-[x:NAMES|NAMES_IN_TEXT]-(m:AuditFinding)
WHERE visible(x, m) AND concerns(m, x) AND coalesce(x.certainty, 1.0) >= $sure AND coalesce(came_on(m) <= date($on), true)
WITH m, min(place) AS place
ORDER BY natural_order(AuditFinding, m) LIMIT $most + 1
RETURN collect({at: address(m), place: place, number: m.number, problem: m.problem, day: toString(came_on(m)), amount_fen: m.amount_fen, rectified_fen: m.rectified_fen, rectification: m.rectification, due_on: toString(m.due_on),
  closed_on: toString(m.closed_on), occurred_from: toString(m.occurred_from), occurred_to: toString(m.occurred_to)}) AS rows
