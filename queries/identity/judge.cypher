// title: Judge whether two nodes are the same; an earlier judgement is retired, not overwritten
// params: uid, one, other, verdict, by, why, judgement
// returns: uid
// scope: system
MATCH (one:LABEL_ {uid: $one})
MATCH (other:LABEL_ {uid: $other})
MERGE (c:IdentityCandidate {uid: $uid})
ON CREATE SET c.proposed_at = datetime(), c.one = $one, c.other = $other, c.kind = 'LABEL_'
SET c.state = $verdict, c.by = $by, c.why = $why,
  c.audiences = [coalesce(one.own_audience, one.audience), coalesce(other.own_audience, other.audience)]
MERGE (c)-[:COMPARES {place: 0}]->(one)
MERGE (c)-[:COMPARES {place: 1}]->(other)
WITH c
// One after the other, so that no two judgements made at once have one number.
MERGE (b:CheckBook {uid: 'identity judgements'})
SET b.last = coalesce(b.last, COUNT { (:IdentityJudgement) }) + 1
WITH c, b.last AS number
CALL (c) {
  MATCH (c)<-[:JUDGES]-(before:IdentityJudgement)
  WHERE before.retired_at IS NULL
  SET before.retired_at = datetime()
}
CREATE (c)<-[:JUDGES]-(:IdentityJudgement {uid: $judgement, number: number, verdict: $verdict, by: $by, why: $why, at: datetime()})
RETURN c.uid AS uid
