// title: Give links, and the notices of them, the marks of the kinds that they rest on, in place of the readers alone or of other marks
// params: readers
// returns: nothing
// scope: system
CALL () {
  MATCH (l:Link)
  // What a merge has absorbed keeps its readers beside it; the ends of a link are asked for by themselves.
  WITH l, COLLECT {
    MATCH (l)-[:RESTS_ON]->(n) WITH coalesce(n.own_audience, n.audience) AS number WHERE number IS NOT NULL RETURN DISTINCT number ORDER BY number
  } AS rests
  WITH l, rests, [number IN rests | number % $readers] AS stood
  SET l.audiences = rests + [number IN l.audiences WHERE number < $readers AND NOT number IN stood]
}
CALL () {
  MATCH (t:Notice)
  MATCH (l:Link {uid: t.link})
  SET t.audiences = l.audiences
}
