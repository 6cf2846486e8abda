// title: Matters that belong with this one, every rule's evidence put together, strongest first
// params: viewer_audiences, id, hub_cap, channels, min_score
// returns: ConnectedMatter
// scope: shared
// whole: yes
// tie: Matter row.matter
// order SCORE: row.strength DESC -- Strongest connection first
MATCH (asked:LABEL_ {KEY_: $id})
WHERE visible_itself(asked)
MATCH (m:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(m)
// rows: m
CALL (m) {
RULES_
}
COMBINED_
WITH other, evidence, strength, score
WHERE $channels IS NULL OR other.channel IN $channels
WITH {matter: other, evidence: evidence, strength: strength, score: score} AS row
WHERE row.score >= $min_score
// extra left_out
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Entity)
WHERE visible(x, e)
WITH DISTINCT e, COUNT { MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(y, o) RETURN DISTINCT o } AS degree
WHERE degree > $hub_cap
WITH e, degree ORDER BY degree DESC, natural_order(Entity, e)
WITH {entity: e, count: degree, reason: 'Named in more matters than a shared value may be to connect them 热点实体不作关联依据'} AS row
