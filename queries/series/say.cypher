// title: Keep what was said of a series as something was done to it: of which matters, and what its writer could read
// params: series, said, at
// returns: nothing
// scope: system
MATCH (s:Series {uid: $series})
CREATE (e:SeriesEntry {uid: $said.uid})-[:SAID_OF]->(s)
SET e += $said, e.at = datetime($at)
