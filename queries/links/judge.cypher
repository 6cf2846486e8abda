// title: Judge a link; an earlier judgement is retired, not overwritten
// params: uid, verdict, by, why, judgement
// returns: uid
// scope: system
MATCH (l:Link {uid: $uid})
SET l.state = $verdict
REMOVE l.review
WITH l
// One after the other, so that no two judgements made at once have one number.
MERGE (b:CheckBook {uid: 'link judgements'})
SET b.last = coalesce(b.last, COUNT { (:LinkJudgement) }) + 1
WITH l, b.last AS number
CALL (l) {
  MATCH (l)<-[:JUDGES]-(before:LinkJudgement)
  WHERE before.retired_at IS NULL
  SET before.retired_at = datetime()
}
CREATE (l)<-[:JUDGES]-(:LinkJudgement {uid: $judgement, number: number, verdict: $verdict, by: $by, why: $why, at: datetime()})
RETURN l.uid AS uid
