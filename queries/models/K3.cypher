// title: Into the firm one dealt with 离任后进入原管辖企业
// model: K3
// version: 1
// severity: HIGH
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Leave that was granted by the organisation department
// innocent_zh: 经组织批准任职
// because: {cadre} left {unit} on {left} and joined {firm} on {joined}, which had won {count} project(s) of it
// because_zh: {cadre}于{left}离任{unit}，{joined}进入{firm}，该企业曾中标其单位项目{count}个
// parameter years Int 3 years -- Years after leaving within which it is told 离任后年限
// params: years
// returns: key, facts, records, ties, named
// scope: system
MATCH (c:Person)-[w:HOLDS_POST]->(u:Unit)<-[y:TENDERED_BY]-(p:Project)-[x:AWARDED_TO]->(f:Unit)<-[s:HOLDS_SHARE|OFFICER_OF]-(c)
WHERE w.valid_to IS NOT NULL AND s.valid_from >= w.valid_to AND s.valid_from <= w.valid_to + duration({years: $years})
  AND p.opened_on <= w.valid_to AND coalesce(w.valid_from <= p.opened_on, true)
WITH c, w, u, f, s, p, x, y ORDER BY p.opened_on, p.project_number, w.uid, s.uid
WITH c, u, f, collect(w)[0] AS w, collect(s)[0] AS s, collect(DISTINCT p) AS projects, collect(DISTINCT x) + collect(DISTINCT y) AS awards
RETURN coalesce(f.uscc, f.name, f.uid) AS key, projects AS records, [w, s] + awards AS ties, [['SUBJECT', c], ['SUBJECT_UNIT', u], ['INVOLVED', f]] AS named,
  {cadre: coalesce(c.name, '?'), unit: coalesce(u.name, '?'), firm: coalesce(f.name, '?'), left: toString(w.valid_to), joined: toString(s.valid_from), count: size(projects)} AS facts
