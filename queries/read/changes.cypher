// title: What is new, changed or withdrawn since a place in the journal, in the order in which it came
// params: viewer_audiences, viewer_hits, since, of, kinds, bound
// returns: Changes
// scope: shared
// tie: row.kind, row.id
CALL () {
  MATCH (c:Change)
  WHERE c.number >= 0 AND visible(c) AND NOT c.kind IN $viewer_hits.closed
  WITH c ORDER BY c.number DESC, c.uid DESC LIMIT 1
  RETURN collect([c.number, c.uid]) AS newest
}
WITH coalesce(newest[0], [0, '']) AS newest, COLLECT {
  MATCH (c:Change)
  WHERE c.number >= $since[0] AND is_later(c.number, c, $since[0], $since[1]) AND visible(c) AND NOT c.kind IN $viewer_hits.closed
    AND ($of IS NULL OR c.of = $of) AND ($kinds IS NULL OR c.kind IN $kinds)
    AND NOT EXISTS { MATCH (d:Change {of: c.of}) WHERE visible(d) AND (d.number > c.number OR d.number = c.number AND d.uid > c.uid) }
  OPTIONAL MATCH (n:ENTITIES_|MATTERS_|EVENTS_|OTHERS_ {uid: c.of})
  WHERE visible(n)
  // Further pages tell what they tell as of where the first began: what comes on them was not told before.
  WITH c, n, was_known(c.of, $since[2], $since[3]) AS known
  WHERE CASE
    WHEN n IS NULL THEN known OR was_known(c.of, $since[0], $since[1])
    ELSE NOT known OR says_otherwise(c.of, $since[2], $since[3])
  END
  WITH c, n, known ORDER BY c.number, c.uid LIMIT $bound + 1
  RETURN {id: c.of, kind: c.kind, at: toString(c.at), node: n, upto: [c.number, c.uid],
    form: CASE WHEN n IS NULL THEN 'WITHDRAWN' WHEN known THEN 'CHANGED' ELSE 'NEW' END}
} AS found
WITH newest, found[..$bound] AS changes, size(found) > $bound AS has_more
WITH {changes: changes, has_more: has_more, told: CASE
  WHEN has_more AND size(changes) > 0 THEN changes[-1].upto + [$since[2], $since[3]]
  ELSE newest + newest END} AS row
