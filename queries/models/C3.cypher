// title: Put right and back again 整改销号后再发
// model: C3
// version: 1
// severity: HIGH
// channel: OTHER
// team: CASE_MGMT
// innocent: A new matter of the same kind under new leaders
// innocent_zh: 新班子任内的新问题
// because: {earlier} on {unit} was closed on {closed}; {later} of {day} tells of {problem: Problem} there again
// because_zh: {unit}的{earlier}已于{closed}整改销号，{day}的{later}又反映{problem: Problem}问题
// parameter months Int 36 months -- Time after closing in which it counts 销号后再发的时间窗
// parameter certainty Float 0.8 ratio -- How sure the naming must be 指认确定程度下限
// parameter vague [String] ["OTHER","DERELICTION"] kinds -- Kinds of problem that say too little 过于笼统的问题类型
// params: months, certainty, vague
// returns: key, facts, records, ties, named
// scope: system
MATCH (a:AuditFinding|InspectionIssue)-[x:NAMES]->(u:Unit)
WHERE a.rectification IN ['DONE', 'CHECKED_OFF'] AND x.role = 'SUBJECT_UNIT' AND a.closed_on IS NOT NULL
MATCH (u)<-[y:NAMES|NAMES_IN_TEXT]-(b:AuditFinding|InspectionIssue)
WHERE a <> b AND (y.role = 'SUBJECT_UNIT' OR (y.role = 'MENTIONED_IN_TEXT' AND coalesce(y.certainty, 1.0) >= $certainty AND NOT EXISTS { (b)-[:NAMES {role: 'SUBJECT_UNIT'}]->(:Unit) }))
  AND b.found_on > a.closed_on AND b.found_on <= a.closed_on + duration({months: $months})
WITH u, a, b, collect(DISTINCT x) + collect(DISTINCT y) AS ties
WITH u, a, b, ties, [m IN [a, b] | [nullIf(m.problem, 'OTHER'), COLLECT { MATCH (m)-[:MENTIONS]->(q:Mention {kind: 'PROBLEM'}) WHERE q.certainty > GUESSED_ RETURN DISTINCT q.normal ORDER BY q.normal }]] AS told
WITH u, a, b, ties, [t IN told | CASE WHEN t[0] IS NULL THEN t[1] ELSE [t[0]] + [kind IN t[1] WHERE PARENTS_[kind] = t[0]] END] AS kinds
WITH u, a, b, ties, kinds, head([kind IN kinds[0] WHERE kind IN kinds[1] AND NOT kind IN $vague]) AS problem
WHERE problem IS NOT NULL
WITH u, a, b, ties, problem ORDER BY b.found_on, b.number
WITH u, a, collect({b: b, ties: ties, problem: problem})[0] AS back
RETURN a.number AS key, [a, back.b] AS records, back.ties AS ties, [] AS named,
  {earlier: a.number, unit: coalesce(u.name, '?'), closed: toString(a.closed_on), later: back.b.number, day: toString(back.b.found_on), problem: back.problem} AS facts
