// title: The merge of a record, if the viewer reads it and the one it went into in full
// params: viewer_audiences, absorbed
// returns: found
// scope: shared
MATCH (a:LABEL_:Absorbed {uid: $absorbed})-[m:MERGED_INTO]->(s:LABEL_)
WHERE visible_itself(a) AND visible_itself(s)
OPTIONAL MATCH (c:IdentityCandidate {uid: m.pair})
RETURN [coalesce(c.one, a.uid), coalesce(c.other, s.uid)] AS found
