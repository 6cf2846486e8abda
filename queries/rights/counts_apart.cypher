// title: Things of these kinds whose tier differs from what their readers say: uid and audience
// params: labels, uids
// returns: found
// scope: system
RETURN COLLECT {
  UNWIND $labels AS label
  UNWIND $uids AS uid
  MATCH (n:$(label) {uid: uid})
  RETURN [n.uid, n.audience]
} AS found
