// title: Matters of one kind with their texts, their days, what they name, and the mentions kept for them
// params: after, page, bound
// returns: uid, text, audience, learnt_on, happened_from, happened_to, names, kept
// scope: system
MATCH (m:LABEL_)
WHERE m.uid > $after
WITH m ORDER BY m.uid LIMIT $page
RETURN m.uid AS uid, coalesce(m.text, '') AS text, m.audience AS audience,
  came_on(m) AS learnt_on,
  m.occurred_from AS happened_from, m.occurred_to AS happened_to,
  COLLECT { MATCH (m)-[r:NAMES]->(e) WITH r, e ORDER BY r.source, r.source_key, r.role, e.name, e.source_key, r.uid LIMIT $bound RETURN {uid: e.uid, audience: r.audience} } AS names,
  COLLECT {
    MATCH (m)-[:MENTIONS]->(x:Mention)
    RETURN {uid: x.uid, hash: x.hash, meant: COLLECT { MATCH (x)-[:REFERS_TO]->(e) RETURN e.uid ORDER BY e.uid }}
  } AS kept
ORDER BY uid
