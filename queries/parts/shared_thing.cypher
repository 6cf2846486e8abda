// title: What both name, for every rule that says `shares`
// params: none
// returns: other, here, there, counted, certainty, facts, claim
// scope: part
WITH e, x, degree, sharers
WHERE e:LABELS_
UNWIND sharers AS one
WITH e, one.matter AS other, x AS here, one.surest AS there, degree
RETURN other, here, there, degree AS counted, 1.0 AS certainty,
  {shared: CAPTION_E_, here: here.role, there: there.role, degree: degree} AS facts, CLAIM_ AS claim
