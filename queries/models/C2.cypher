// title: One matter under two numbers 同一事项重复登记
// model: C2
// version: 2
// severity: MEDIUM
// channel: OTHER
// team: CASE_MGMT
// innocent: A form letter that many signed, or one office's form for many places
// innocent_zh: 多人使用同一格式文本；同一部门的格式化排查记录
// because: {one} and {other} are {percent} % alike in their words and name the same
// because_zh: {one}与{other}文字相似度{percent}%，涉及相同对象
// parameter alike Float 0.7 ratio -- Share of runs of four signs that both have 四字片段重合比例下限
// parameter least_signs Int 40 signs -- Length of a text from which it is compared 比对文本长度下限
// parameter certainty Float 0.5 ratio -- How sure the naming must be 指认确定程度下限
// parameter months Int 24 months -- Time between the two 两件间隔上限
// params: alike, least_signs, certainty, months
// returns: key, facts, records, ties, named
// scope: system
MATCH (a:Matter)-[x:NAMES|NAMES_IN_TEXT]->(e)<-[y:NAMES|NAMES_IN_TEXT]-(b:Matter)
WHERE a.uid < b.uid AND NOT (a:Alert AND a.model_version IS NOT NULL) AND NOT (b:Alert AND b.model_version IS NOT NULL)
  AND (e:Person OR (e:Unit AND coalesce(e.uscc, e.unit_kind) IS NOT NULL AND NOT is_firm(e))) AND size(coalesce(a.text, '')) >= $least_signs AND size(coalesce(b.text, '')) >= $least_signs
  AND coalesce(x.certainty, 1.0) >= $certainty AND coalesce(y.certainty, 1.0) >= $certainty
WITH a, b, collect(DISTINCT e) AS shared, collect(DISTINCT x) + collect(DISTINCT y) AS ties, [came_on(a), came_on(b)] AS days
WHERE coalesce(days[0] <= days[1] + duration({months: $months}) AND days[1] <= days[0] + duration({months: $months}), true)
  AND toFloat(size(a.text)) / size(b.text) > 0.6 AND toFloat(size(b.text)) / size(a.text) > 0.6
WITH a, b, ties, any(e IN shared WHERE e:Person) AS person, [x IN shared WHERE x:Unit] AS units
WHERE person OR EXISTS {
  MATCH (a)-[:MENTIONS]->(s:Mention {kind: 'AMOUNT'})
  WHERE EXISTS { MATCH (b)-[:MENTIONS]->(t:Mention {kind: 'AMOUNT'}) WHERE t.normal = s.normal }
} OR NOT EXISTS { MATCH (a)-[:MENTIONS]->(:Mention {kind: 'AMOUNT'}) }
WITH a, b, ties
WHERE NOT (EXISTS { (a)-[:NAMES]->(:Place|Project) } AND EXISTS { (b)-[:NAMES]->(:Place|Project) })
  OR EXISTS { (a)-[:NAMES]->(:Place|Project)<-[:NAMES]-(b) }
WITH a, b, ties, [i IN range(0, size(a.text) - 4) | substring(a.text, i, 4)] AS grams, b.text AS other
WITH a, b, ties, size([g IN grams WHERE other CONTAINS g]) * 1.0 / size(grams) AS alike
WHERE alike >= $alike
RETURN a.number AS key, [a, b] AS records, ties, [] AS named, {one: a.number, other: b.number, percent: toInteger(100 * alike)} AS facts
