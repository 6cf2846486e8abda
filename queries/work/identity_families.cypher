// title: Nodes that others were merged into, with all that they and those others hold; no uids means every one
// params: uids
// returns: uid, own, readers, absorbed
// scope: system
MATCH (s:LABEL_)
WHERE s.survivor IS NULL AND ($uids IS NULL OR s.uid IN $uids) AND (s.lent IS NOT NULL OR EXISTS { (s)<-[:MERGED_INTO]-() })
RETURN s.uid AS uid, properties(s) AS own,
  COLLECT { MATCH (t:Audience {number: s.audience}) RETURN t.readers }[0] AS readers,
  COLLECT {
    MATCH (s)<-[:MERGED_INTO*1..]-(a:LABEL_)
    RETURN {
      uid: a.uid, values: properties(a),
      readers: COLLECT { MATCH (t:Audience {number: a.own_audience}) RETURN t.readers }[0]
    }
  } AS absorbed
