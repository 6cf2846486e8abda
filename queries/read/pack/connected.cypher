// title: Matters outside a pack that stored links join with matters of it, each told once
// params: viewer_audiences, matters, uids, on, most
// returns: Pack
// scope: shared
// tie: row.place
UNWIND range(0, size($matters) - 1) AS place
MATCH (m:Matter)
WHERE is_at(m, $matters[place]) AND visible(m)
MATCH (m)<-[:JOINS]-(l:Link)-[:JOINS]->(o:Matter)
WHERE o <> m AND visible_parts(l) AND visible(o) AND l.state <> 'REJECTED' AND NOT o.uid IN $uids AND coalesce(came_on(o) <= date($on), true)
WITH o, m, l ORDER BY place, l.rule, l.sentence, l.uid
WITH o, count(DISTINCT m) AS joined, collect(DISTINCT l.state) AS states,
  collect({to: address(m), rule: l.rule, state: l.state, sentence: l.sentence}) AS joins, came_on(o) AS day
ORDER BY 'CONFIRMED' IN states DESC, joined DESC, day IS NULL, day DESC, o.number, known_by(o) LIMIT $most + 1
RETURN collect({at: address(o), number: o.number, day: toString(day), amount_fen: o.amount_fen, joins: joins[..20]}) AS rows
