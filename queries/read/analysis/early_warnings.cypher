// title: Units with what warns of them
// params: viewer_audiences
// returns: EarlyWarning
// scope: shared
// tie: Unit row.unit
// order POINTS: row.points DESC -- Most points first
MATCH (u:Unit)
WHERE visible(u) AND EXISTS { MATCH (u)<-[x:NAMES|NAMES_IN_TEXT|HOLDS_POST]-(m) WHERE visible(x, m) }
WITH u, [u] AS units
WARNING_
WHERE row.points > 0
