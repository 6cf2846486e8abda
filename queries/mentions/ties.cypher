// title: Relationships of one type that tell namesakes apart
// params: after, page
// returns: uid, start, end, audience, post, valid_from, valid_to
// scope: system
MATCH (a)-[r:TYPE_]->(b)
WHERE r.uid > $after
RETURN r.uid AS uid, a.uid AS start, b.uid AS end, r.audience AS audience, r.post AS post, r.valid_from AS valid_from,
  r.valid_to AS valid_to
ORDER BY uid LIMIT $page
