// title: Two records, if the viewer reads both in full; the absorbed ones too, for they are judged as they are
// params: viewer_audiences, one, other
// returns: one
// scope: shared
MATCH (one:LABEL_ {uid: $one})
WHERE coalesce(one.own_audience, one.audience) IN $viewer_audiences
MATCH (other:LABEL_ {uid: $other})
WHERE coalesce(other.own_audience, other.audience) IN $viewer_audiences
RETURN one.uid AS one
