// title: Pairs of records that may be one person or unit, those of which the viewer reads both in full
// params: viewer_audiences
// returns: IdentityCandidate
// scope: shared
// tie: row.kind, Entity row.one, Entity row.other, row.id
// filter state [IdentityState!]: row.state IN $state -- States of the pairs 研判状态
// filter kind [IdentityKind!]: row.kind IN $kind -- Kinds of the two records 主体类别
// filter about ID: row.one.uid = $about OR row.other.uid = $about -- Pairs of this record 涉及该记录
// filter guarded Boolean: row.guard IS NOT NULL = $guarded -- Pairs that no machine may merge whatever their score, or the others
// filter minScore Float: row.score >= $minScore -- Pairs of this score or more, 0 to 1
// order SCORE: row.score DESC -- Likeliest pair first
// order NEWEST: row.proposed_at DESC -- Pair that was found last first
MATCH (one:Entity)<-[:COMPARES {place: 0}]-(c:IdentityCandidate)-[:COMPARES {place: 1}]->(other:Entity)
WHERE visible_itself(one) AND visible_itself(other)
CANDIDATE_
