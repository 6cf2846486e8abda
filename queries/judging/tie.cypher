// title: Tie pairs that were judged to their nodes again, as far as these came back
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (c:IdentityCandidate {uid: row.uid})
MATCH (one:LABEL_ {uid: row.one})
MATCH (other:LABEL_ {uid: row.other})
SET c.audiences = [coalesce(one.own_audience, one.audience), coalesce(other.own_audience, other.audience)]
MERGE (c)-[:COMPARES {place: 0}]->(one)
MERGE (c)-[:COMPARES {place: 1}]->(other)
