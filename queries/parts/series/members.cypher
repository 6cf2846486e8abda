// title: Members of a series s, those that left it last; each with what joins it to another
// params: viewer_audiences
// returns: row, place
// scope: shared
MATCH (k:SeriesMember)-[:IN_SERIES]->(s:Series)
MATCH (m:MATTERS_ {uid: k.matter})
WHERE visible(m)
WITH s, k, m, coalesce(k.is_present, false) AND EXISTS {
  MATCH (m)<-[:JOINS]-(l:Link)-[:JOINS]->(other:Matter)
  WHERE l.state = 'CONFIRMED' AND l.review IS NULL AND visible_parts(l) AND visible(other)
    AND EXISTS { (:SeriesMember {matter: other.uid, is_present: true})-[:IN_SERIES]->(s:Series) }
} AS is_joined
WITH {matter: m, added_by: k.by, added_at: toString(k.at), left_by: k.left_by, left_at: toString(k.left_at), is_joined: is_joined,
  why: COLLECT { MATCH (k:SeriesMember)-[:CAME_WITH]->(e:SeriesEntry) WHERE visible_entry(e) RETURN e.text }[0],
  left_why: COLLECT { MATCH (k:SeriesMember)-[:LEFT_WITH]->(e:SeriesEntry) WHERE visible_entry(e) RETURN e.text }[0]} AS row,
  [k.left_at IS NOT NULL, k.number, k.uid] AS place
