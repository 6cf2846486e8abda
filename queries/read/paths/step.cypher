// title: The ties of nodes that a search for paths has reached, with their far ends where all of them are no more work than is left
// params: viewer_audiences, given, asked
// returns: Ties
// scope: shared
UNWIND $given.places AS place
MATCH (x)
WHERE elementId(x) = place AND visible(x)
WITH collect(x) AS reached, sum(COUNT { (x)--() }) AS stored
CALL (reached, stored) {
  UNWIND reached AS x
  // Where all that is stored is little, what is visible is read without being counted first.
  WITH x, CASE WHEN stored <= $given.left THEN COLLECT {
    MATCH (x)-[r:CONNECTIONS_]-(y)
    WHERE x <> y AND is_asked(r, y)
    RETURN [elementId(y), is_closed(y)]
  } END AS far
  WITH x, far, CASE WHEN far IS NULL THEN COUNT { MATCH (x)-[r:CONNECTIONS_]-(y) WHERE x <> y AND is_asked(r, y) RETURN 1 LIMIT $given.most + 1 } ELSE size(far) END AS ties
  RETURN collect({node: x, far: far, ties: ties}) AS counted, sum(CASE WHEN ties <= $given.most THEN ties ELSE 0 END) AS work
}
RETURN work, COLLECT {
  UNWIND counted AS each
  WITH each.node AS x, each.far AS far, each.ties AS ties
  RETURN [elementId(x), CASE WHEN ties <= $given.most THEN ties ELSE $given.most + 1 END, CASE WHEN work <= $given.left AND ties <= $given.most THEN coalesce(far, COLLECT {
    MATCH (x)-[r:CONNECTIONS_]-(y)
    WHERE x <> y AND is_asked(r, y)
    RETURN [elementId(y), is_closed(y)]
  }) END]
} AS found
