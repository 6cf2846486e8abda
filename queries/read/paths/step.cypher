// title: The ties of nodes that a search for paths has reached, and their public keys
// params: viewer_audiences, given, conditions
// returns: Ties
// scope: shared
UNWIND $given.places AS place
MATCH (x)
WHERE elementId(x) = place AND visible(x)
WITH collect(x) AS reached
TIES_
RETURN work, found
