// title: Keep pairs as they are weighed now; what a person has judged stays judged
// params: rows, at
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (one:LABEL_ {uid: row.one})
MATCH (other:LABEL_ {uid: row.other})
MERGE (c:IdentityCandidate {uid: row.uid})
ON CREATE SET c.proposed_at = datetime($at)
SET c += row.stated
SET c.audiences = [coalesce(one.own_audience, one.audience), coalesce(other.own_audience, other.audience)]
MERGE (c)-[:COMPARES {place: 0}]->(one)
MERGE (c)-[:COMPARES {place: 1}]->(other)
