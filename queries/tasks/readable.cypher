// title: Which of these matters may be read
// params: viewer_audiences, matters
// returns: matters
// scope: shared
RETURN COLLECT { UNWIND $matters AS uid MATCH (m:MATTERS_ {uid: uid}) WHERE visible(m) RETURN DISTINCT m.uid ORDER BY m.uid } AS matters
