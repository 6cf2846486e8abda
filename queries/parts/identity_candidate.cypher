// title: A pair c of two nodes, one and other, as the queue shows it; names are counted as far as the viewer may see
// params: viewer_audiences
// returns: row
// scope: shared
WITH {id: c.uid, kind: toUpper(c.kind), one: one, other: other, score: coalesce(c.score, 0.0), state: c.state, by_machine: c.by = 'leadlink resolve',
  guard: nullIf(c.guard, ''), merged: coalesce(one.survivor, one.uid) = coalesce(other.survivor, other.uid),
  proposed_at: toString(c.proposed_at),
  namesakes: CASE c.kind
    WHEN 'Person' THEN COUNT { MATCH (p:Person {name: coalesce(other.name, one.name)}) WHERE visible(p) AND p.id_number IS NOT NULL }
    WHEN 'Unit' THEN COUNT { MATCH (u:Unit {name: coalesce(other.name, one.name)}) WHERE visible(u) AND u.uscc IS NOT NULL }
    ELSE 0 END,
  fields: [i IN range(0, size(coalesce(c.fields, [])) - 1) | {field: c.fields[i], found: c.found[i], bits: c.bits[i], agrees: c.bits[i] > 0}],
  judgements: COLLECT {
    MATCH (c)<-[:JUDGES]-(j:IdentityJudgement)
    WITH j ORDER BY j.at DESC, j.by, j.verdict, j.uid LIMIT 100
    RETURN {verdict: j.verdict, by: j.by, why: j.why, at: toString(j.at), retired_at: toString(j.retired_at)}
  }} AS row
WHERE true
