// title: Things of these kinds whose tier differs from what their readers say: uid, audience and kind
// params: labels, uids
// returns: found
// scope: system
RETURN COLLECT {
  UNWIND $labels AS label
  UNWIND $uids AS uid
  MATCH (n:$(label) {uid: uid})
  RETURN [n.uid, n.audience, label]
} AS found
