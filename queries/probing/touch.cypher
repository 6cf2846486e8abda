// title: Remember which matters that the officer may not read a question touched which found nothing
// params: viewer_audiences, officer, values, shut, most
// returns: nothing
// scope: own
CALL () {
  UNWIND $values AS value
  MATCH (n:LABEL_ {KEY_: value})
  CALL (n) {
    WITH n WHERE n:MATTERS_
    RETURN n AS m
    UNION
    MATCH (n:ENTITIES_)<-[:NAMES|NAMES_IN_TEXT]-(m:MATTERS_)
    RETURN m LIMIT $most
  }
  WITH DISTINCT m WHERE NOT visible(m) OR m.uid IN $shut
  RETURN collect(m.uid)[..$most] AS found
}
MATCH (p:Misses {officer: $officer})
SET p.touched = (coalesce(p.touched, []) + [uid IN found WHERE NOT uid IN coalesce(p.touched, [])])[..$most]
