// title: Two records, if the viewer reads both in full; the absorbed ones too, for they are judged as they are
// params: viewer_audiences, one, other
// returns: one
// scope: shared
MATCH (one:LABEL_ {uid: $one})
WHERE visible_itself(one)
MATCH (other:LABEL_ {uid: $other})
WHERE visible_itself(other)
RETURN one.uid AS one
