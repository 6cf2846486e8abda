// title: How many ties the nodes reached have, and to what they lead (with a minus where it is closed), where all of them together are no more work than is left
// params: viewer_audiences, given, conditions
// returns: work, found
// scope: shared
CALL (reached) {
  UNWIND reached AS x
  RETURN sum(COUNT { (x)--() }) AS stored
}
CALL (reached, stored) {
  UNWIND reached AS x
  // Where all that is stored is little, what is visible is read without being counted first.
  WITH x, CASE WHEN stored <= $given.left THEN COLLECT {
    MATCH (x)-[r:CONNECTIONS_]-(y)
    WHERE x <> y AND is_asked(r, y)
    RETURN CASE WHEN is_closed(y) THEN '-' + elementId(y) ELSE elementId(y) END
  } END AS far
  WITH x, far, CASE WHEN far IS NULL THEN COUNT { MATCH (x)-[r:CONNECTIONS_]-(y) WHERE x <> y AND is_asked(r, y) RETURN 1 LIMIT $given.most + 1 } ELSE size(far) END AS ties
  WITH x, far, CASE WHEN ties <= $given.most THEN ties ELSE $given.most + 1 END AS ties
  RETURN collect({node: x, far: far, ties: ties}) AS counted, sum(CASE WHEN ties <= $given.most THEN ties ELSE 0 END) AS work
}
CALL (counted, work) {
  UNWIND counted AS each
  WITH each.node AS x, each.far AS far, each.ties AS ties, work
  RETURN collect([elementId(x), ties, CASE WHEN work <= $given.left AND ties <= $given.most THEN coalesce(far, COLLECT {
    MATCH (x)-[r:CONNECTIONS_]-(y)
    WHERE x <> y AND is_asked(r, y)
    RETURN CASE WHEN is_closed(y) THEN '-' + elementId(y) ELSE elementId(y) END
  }) END, public_key(x)]) AS found
}
