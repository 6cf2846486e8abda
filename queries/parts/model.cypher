// title: What fires a comparison model, with where each row of it comes from
// params: none
// returns: key, facts, records, ties, named
// scope: part
CALL () {
MODEL_
}
RETURN key, facts,
  [x IN records | {uid: x.uid, source: x.source, key: x.source_key, audience: readers_in(x.audience)}] AS records,
  [x IN ties | {uid: coalesce(endNode(x).survivor, endNode(x).uid), source: coalesce(x.source, startNode(x).source),
    key: coalesce(x.source_key, startNode(x).source_key), audience: x.audience}] AS ties,
  [x IN named | {uid: x[1].uid, role: x[0], audience: readers_in(x[1].audience), by: x[2].audience}] AS named
