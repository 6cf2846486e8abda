// title: What the ids of one kind in a list point at; of several nodes with one number the first
// params: viewer_audiences, around
// returns: a
// scope: shared
UNWIND $around[PLACE_] AS value
CALL (value) {
  MATCH (asked:LABEL_ {KEY_: value})
  WHERE visible_itself(asked)
  MATCH (a:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
  WHERE visible(a)
  RETURN a ORDER BY coalesce(a.source, ''), coalesce(a.source_key, ''), a.uid LIMIT 1
}
RETURN a
