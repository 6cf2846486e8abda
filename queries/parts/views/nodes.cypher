// title: What the uids of a saved view v stand for today, place by place: nothing where the viewer may not read it; what was merged is answered for
// params: viewer_audiences
// returns: nodes
// scope: part
WITH *, COLLECT {
  UNWIND range(0, size(v.things) - 1) AS place
  WITH place, COLLECT {
    MATCH (asked:ENTITIES_|MATTERS_|EVENTS_|OTHERS_ {uid: v.things[place]})
    WHERE visible_itself(asked)
    RETURN asked
  }[0] AS asked
  WITH place, CASE WHEN asked.survivor IS NULL THEN asked ELSE COLLECT { MATCH (n:ENTITIES_ {uid: asked.survivor}) WHERE visible(n) RETURN n }[0] END AS n
  RETURN {n: n} ORDER BY place
} AS nodes
