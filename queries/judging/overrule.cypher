// title: Mark the pairs of which newer judgements say otherwise, and no others
// params: overruled, restored
// returns: nothing
// scope: system
UNWIND $overruled + $restored AS uid
MATCH (c:IdentityCandidate {uid: uid})
SET c.overruled = CASE WHEN uid IN $overruled THEN true END,
  c.guard = CASE WHEN uid IN $overruled THEN 'a newer judgement says otherwise' END
