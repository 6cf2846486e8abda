// title: Which of the things of a picture, by their places in the list, and which of the ties between them the viewer may read
// params: viewer_audiences, things, ties
// returns: things, ties
// scope: shared
WITH {things: $things} AS v
SAVED_
RETURN [place IN range(0, size(nodes) - 1) WHERE nodes[place].n IS NOT NULL] AS things, COLLECT {
  UNWIND range(0, size($ties) - 1) AS place
  WITH place, $ties[place].uid AS uid, nodes[$ties[place].start].n AS a, nodes[$ties[place].end].n AS b
  MATCH (a)-[r]->(b)
  WHERE r.uid = uid AND visible(a, r, b)
  RETURN DISTINCT place ORDER BY place
} AS ties
