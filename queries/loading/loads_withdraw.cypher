// title: Mark loads of a source as withdrawn, all of them or those of some files, and drop their rejected rows
// params: source, uids
// returns: nothing
// scope: system
MATCH (l:Load)
WHERE l.source = $source AND l.uid IN $uids
SET l.state = 'WITHDRAWN'
WITH l
OPTIONAL MATCH (r:RejectedRow)-[:REJECTED_IN]->(l)
DETACH DELETE r
