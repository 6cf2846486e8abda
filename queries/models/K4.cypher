// title: Official with a firm 公职人员经商办企业
// model: K4
// version: 1
// severity: HIGH
// channel: OTHER
// problem: OTHER
// team: CONDUCT
// innocent: A post in a state firm by appointment; shares that are listed on the exchange
// innocent_zh: 经批准在国企兼职；上市公司股票
// because: {person}, paid by {unit}, {role} {firm}
// because_zh: {unit}财政供养人员{person}{role_zh}{firm}
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (c:Person)-[w:HOLDS_POST]->(u:Unit), (c)-[s:HOLDS_SHARE|OFFICER_OF]->(f:Unit)
WHERE f <> u AND NOT coalesce(f.unit_kind, 'FIRM') IN ['PARTY_ORGAN', 'ORGAN', 'INSTITUTION', 'TOWNSHIP', 'VILLAGE', 'STATE_ENTERPRISE', 'SOCIETY']
  AND coalesce(w.on_payroll, u.unit_kind IN ['PARTY_ORGAN', 'ORGAN', 'INSTITUTION', 'TOWNSHIP']) AND coalesce(s.valid_from <= w.valid_to, true) AND coalesce(w.valid_from <= s.valid_to, true) AND coalesce(w.valid_to >= coalesce(s.valid_from, f.founded_on, w.valid_to), true)
WITH c, f, w, s, u ORDER BY u.name, u.uid
WITH c, f, collect(DISTINCT w) AS posts, collect(DISTINCT s) AS holdings, collect(u)[0] AS u
RETURN coalesce(f.uscc, f.name, f.uid) AS key, [f] AS records, posts + holdings AS ties, [['SUBJECT', c], ['SUBJECT_UNIT', u], ['INVOLVED', f]] AS named,
  {person: coalesce(c.name, '?'), unit: coalesce(u.name, '?'), firm: coalesce(f.name, '?'),
   role: CASE WHEN any(s IN holdings WHERE type(s) = 'HOLDS_SHARE') THEN 'holds a share in' ELSE 'is an officer of' END,
   role_zh: CASE WHEN any(s IN holdings WHERE type(s) = 'HOLDS_SHARE') THEN '持股' ELSE '任职于' END} AS facts
