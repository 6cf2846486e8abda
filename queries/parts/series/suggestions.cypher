// title: Matters that a link joins to a member of a series s and that are none of it, each by its best link
// params: viewer_audiences
// returns: row, place
// scope: shared
CALL () {
  OPTIONAL MATCH (run:LinkRun {uid: 'links'})
  RETURN coalesce(run.demoted, []) AS demoted
}
MATCH (k:SeriesMember)-[:IN_SERIES]->(s:Series)
WHERE k.is_present
MATCH (m:MATTERS_ {uid: k.matter})<-[:JOINS]-(l:Link)-[:JOINS]->(other:Matter)
WHERE visible(m, other) AND visible_parts(l) AND (l.state = 'PROPOSED' OR l.state = 'CONFIRMED' AND l.review IS NULL)
  AND NOT EXISTS { (:SeriesMember {matter: other.uid, is_present: true})-[:IN_SERIES]->(s:Series) }
WITH other, m, l, l.rule IN demoted AS is_demoted
WITH other, m, l, is_demoted, [l.state <> 'CONFIRMED', is_demoted, -coalesce(l.score, 0.0)] AS rank
ORDER BY rank, l.rule, coalesce(m.number, ''), m.uid, l.uid
WITH other, collect({matter: other, joined_to: m, link: l.uid, rule: l.rule, state: l.state, sentence: l.sentence, score: l.score,
  is_demoted: is_demoted}) AS links, collect(rank) AS ranks
WITH links[0] AS row, [ranks[0], coalesce(other.number, ''), other.uid] AS place
