// title: Mark loads of a source as withdrawn, all of them or those of some files, and drop their rejected rows
// params: source, uids, closed
// returns: nothing
// scope: system
MATCH (l:Load)
WHERE l.source = $source AND l.uid IN $uids
SET l.state = 'WITHDRAWN', l.closed = CASE WHEN $closed THEN true END
WITH l
OPTIONAL MATCH (r:RejectedRow)-[:REJECTED_IN]->(l)
DETACH DELETE r
