// title: What decides which of two nodes answers for both
// params: uids
// returns: uid, stated, identifiers, readers, survivor
// scope: system
UNWIND $uids AS uid
MATCH (n:LABEL_ {uid: uid})
RETURN n.uid AS uid, [coalesce(n.source, ''), coalesce(n.source_key, '')] AS stated, [name IN IDENTIFIERS_ WHERE n[name] IS NOT NULL] AS identifiers, n.survivor AS survivor,
  COLLECT { MATCH (t:Audience {number: readers_of(n)}) RETURN t.readers }[0] AS readers
