// title: Who held the leading posts of the units of a pack, in whose terms its problems fell, and what tells against them
// params: viewer_audiences, units, dated, on, sure, most
// returns: Pack
// scope: shared
// tie: row.place
UNWIND range(0, size($units) - 1) AS place
MATCH (u:Unit)
WHERE is_at(u, $units[place]) AND visible(u)
MATCH (u)<-[h:HOLDS_POST]-(p:Person)
WHERE visible(h, p) AND leads(h) AND coalesce(h.valid_from <= date($on), true)
WITH place, p, h.post AS post, h.valid_from AS valid_from, h.valid_to AS valid_to, collect(h) AS terms
WITH place, p, post, valid_from, valid_to, terms[0] AS h, any(each IN terms WHERE coalesce(each.is_top_leader, false)) AS is_top
ORDER BY place, is_top DESC, valid_from IS NULL, valid_from DESC, post, p.name, known_by(p) LIMIT $most + 1
WITH place, p, post, valid_from, valid_to, is_top, [given IN [each IN $dated WHERE each.place = place |
    {at: each.at, found_on: date(each.found_on), occurred_from: date(each.occurred_from), occurred_to: date(each.occurred_to)}]
  WHERE coalesce(was_in_post(h, given), false) | given.at] AS in_term, COLLECT {
  MATCH (p)<-[x:NAMES|NAMES_IN_TEXT]-(m:Matter)
  WHERE visible(x, m) AND tells_against(m, x, $sure) AND coalesce(came_on(m) <= date($on), true)
  WITH DISTINCT m, came_on(m) AS day ORDER BY day IS NULL, day DESC, m.number, known_by(m) LIMIT 20
  RETURN {at: address(m), number: m.number, day: toString(day), amount_fen: m.amount_fen}
} AS against
RETURN collect({at: address(p), place: place, name: p.name, post: post, valid_from: toString(valid_from), valid_to: toString(valid_to), is_top: is_top,
  is_there: coalesce(valid_to >= date($on), true), in_term: in_term, against: against}) AS rows
