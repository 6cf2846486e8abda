// title: Let members leave a series; that they were in it stays
// params: series, entry, uids
// returns: nothing
// scope: system
MATCH (e:SeriesEntry {uid: $entry})
MATCH (k:SeriesMember)-[:IN_SERIES]->(:Series {uid: $series})
WHERE k.is_present AND k.matter IN $uids
SET k.left_by = e.by, k.left_at = e.at
REMOVE k.is_present
CREATE (k)-[:LEFT_WITH]->(e)
