// title: What people see of a link beside that: what it rests on, and what was said of it
// params: viewer_audiences
// returns: row
// scope: shared
WITH row, row.link AS l
WITH row {.*,
  via: COLLECT { MATCH (l:Link)-[:RESTS_ON]->()-[:MERGED_INTO*0..]->(v:Entity) WHERE visible(v) WITH DISTINCT v ORDER BY natural_order(Entity, v) RETURN v },
  judgements: COLLECT {
    MATCH (l:Link)<-[:JUDGES]-(j:LinkJudgement)
    WITH j ORDER BY j.number DESC, j.uid LIMIT 100
    RETURN {verdict: j.verdict, by: j.by, why: j.why, at: toString(j.at), retired_at: toString(j.retired_at)}
  }} AS row
