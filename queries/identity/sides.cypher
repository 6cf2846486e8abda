// title: What decides which of two nodes answers for both
// params: uids
// returns: uid, identifiers, readers, survivor
// scope: system
UNWIND $uids AS uid
MATCH (n:LABEL_ {uid: uid})
RETURN n.uid AS uid, [name IN IDENTIFIERS_ WHERE n[name] IS NOT NULL] AS identifiers, n.survivor AS survivor,
  COLLECT { MATCH (t:Audience {number: coalesce(n.own_audience, n.audience)}) RETURN t.readers }[0] AS readers
