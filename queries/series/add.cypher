// title: Make matters members of a series
// params: series, entry, uids
// returns: nothing
// scope: system
MATCH (e:SeriesEntry {uid: $entry})
MATCH (s:Series {uid: $series})
UNWIND range(0, size($uids) - 1) AS place
CREATE (k:SeriesMember {uid: 'member_' + replace(randomUUID(), '-', ''), matter: $uids[place], is_present: true, number: 1000 * e.number + place, by: e.by, at: e.at})
CREATE (k)-[:IN_SERIES]->(s)
CREATE (k)-[:CAME_WITH]->(e)
