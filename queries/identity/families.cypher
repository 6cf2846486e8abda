// title: Nodes that others were merged into, or that show what others lent, with all that they hold; no uids means every one
// params: uids
// returns: uid, own, waiting, readers, absorbed
// scope: system
MATCH (s:LABEL_)
WHERE ($uids IS NULL OR s.uid IN $uids) AND (s.lent IS NOT NULL OR s:Lacking OR (s.survivor IS NULL AND EXISTS { (s)<-[:MERGED_INTO]-() }))
RETURN s.uid AS uid, properties(s) AS own, s:Lacking AS waiting,
  COLLECT { MATCH (t:Audience {number: readers_in(s.audience)}) RETURN t.readers }[0] AS readers,
  COLLECT {
    MATCH (s)<-[:MERGED_INTO*1..]-(a:LABEL_)
    WHERE s.survivor IS NULL
    RETURN {
      uid: a.uid, values: properties(a),
      readers: COLLECT { MATCH (t:Audience {number: readers_of(a)}) RETURN t.readers }[0]
    }
  } AS absorbed
