// title: Grounds of recusal that were found, in the matters that the viewer may read; in words for who may read all that they rest on
// params: viewer_audiences, grounds, name
// returns: RecusalGround
// scope: shared
// tie: row.place
UNWIND $grounds AS given
MATCH (m:MATTERS_ {uid: given.matter})
WHERE visible(m)
WITH given, m, COLLECT { MATCH (p:Person {uid: given.person}) WHERE given.is_told AND visible(p) RETURN p }[0] AS p
WITH {place: given.place, kind: given.kind, is_hard: given.is_hard, matter: m, person: p,
  sentence: CASE WHEN given.is_told THEN replace(replace(given.sentence, '{officer}', $name), '{person}', caption(p)) END,
  sentence_zh: CASE WHEN given.is_told THEN replace(replace(given.sentence_zh, '{officer}', $name), '{person}', caption(p)) END} AS row
WHERE true
