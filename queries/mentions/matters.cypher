// title: Matters of one kind with their texts, their days, what they name, and the mentions kept for them
// params: after, bound
// returns: rows
// scope: system
MATCH (m:LABEL_)
WHERE m.uid > $after AND m.model_version IS NULL // a model's alert says what rows say already
WITH m ORDER BY m.uid LIMIT $bound
RETURN collect([m.uid, {
  text: coalesce(m.text, ''), audience: readers_in(m.audience),
  learnt_on: came_on(m), area: m.area_code,
  number: m.number,
  letters: COLLECT { MATCH (m)-[r:HANDED_OVER_AS]->(c:Clue) RETURN {number: c.number, audiences: [r.audience, readers_in(c.audience)]} ORDER BY c.number, r.uid },
  happened_from: m.occurred_from, happened_to: m.occurred_to,
  names: COLLECT { MATCH (m)-[r:NAMES]->(e) WITH r, e ORDER BY r.source, r.source_key, r.role, e.name, e.source_key, r.uid RETURN {uid: e.uid, audience: r.audience} },
  kept: COLLECT {
    MATCH (m)-[:MENTIONS]->(x:Mention)
    RETURN {uid: x.uid, hash: x.hash, meant: COLLECT { MATCH (x)-[:REFERS_TO]->(e) RETURN e.uid ORDER BY e.uid }}
  }
}]) AS rows
