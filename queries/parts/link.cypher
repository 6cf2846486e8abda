// title: A link l between two matters, one and other, as people see it, with what was said of it
// params: viewer_audiences
// returns: row
// scope: shared
WITH {id: l.uid, rule: l.rule, state: l.state, review: l.review, proposed_at: toString(l.proposed_at), one: one, other: other,
  sentence: l.sentence, via: COLLECT { MATCH (l)-[:RESTS_ON]->()-[:MERGED_INTO*0..]->(v:Entity) WHERE visible(v) WITH DISTINCT v ORDER BY natural_order(Entity, v) RETURN v },
  judgements: COLLECT {
    MATCH (l)<-[:JUDGES]-(j:LinkJudgement)
    WITH j ORDER BY j.number DESC, j.uid LIMIT 100
    RETURN {verdict: j.verdict, by: j.by, why: j.why, at: toString(j.at), retired_at: toString(j.retired_at)}
  }} AS row
WHERE true
