// title: The two ends of the paths that are sought, their ties, and what the order of paths goes by for what is tied to both
// params: viewer_audiences, given, conditions
// returns: Ends
// scope: shared
MATCH (one:$($given.start.label) {uid: $given.start.uid})
WHERE visible_itself(one)
// The uid comes as a variable: only then does the server seek it in an index where the label is a value.
WITH coalesce(one.survivor, one.uid) AS start
MATCH (a:$($given.start.label) {uid: start})
WHERE visible(a)
MATCH (other:$($given.end.label) {uid: $given.end.uid})
WHERE visible_itself(other)
WITH a, coalesce(other.survivor, other.uid) AS end
MATCH (b:$($given.end.label) {uid: end})
WHERE visible(b)
WITH [a, b] AS reached
TIES_
RETURN [x IN reached | [elementId(x), x.uid]] AS ends, work, found, COLLECT {
  UNWIND [place IN found[0][2] WHERE place IN found[1][2]] AS place
  WITH DISTINCT place LIMIT $given.bound
  MATCH (x)
  WHERE elementId(x) = place AND visible(x)
  RETURN [place, COUNT { MATCH (x)-[r:CONNECTIONS_]-(y) WHERE x <> y AND is_asked(r, y) RETURN 1 LIMIT $given.counted + 1 }, public_key(x)]
} AS weights
