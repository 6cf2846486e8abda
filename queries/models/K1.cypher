// title: Firm of kin in one's own remit 亲属企业承揽本单位业务
// model: K1
// version: 1
// severity: HIGH
// channel: OTHER
// problem: TENDERING
// team: CONDUCT
// innocent: Kin who is filed, and a cadre who stood aside
// innocent_zh: 已申报并回避
// because: {firm} of {kin}, kin of {cadre}, who leads {unit}, won {count} project(s) of it in his time, first {project} on {day}
// because_zh: {cadre}任{unit}负责人期间，其亲属{kin}的企业{firm}中标该单位项目{count}个，首个为{project}（{day}）
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (p:Project)-[x:AWARDED_TO]->(f:Unit), (p)-[y:TENDERED_BY]->(u:Unit)<-[w:HOLDS_POST]-(c:Person)
WHERE leads(w) AND p.opened_on IS NOT NULL
  AND held_on(w, p.opened_on)
MATCH (c)-[k:KIN_OF]-(h:Person)-[s:HOLDS_SHARE|OFFICER_OF]->(f)
WHERE h <> c AND held_on(k, p.opened_on) AND held_on(s, p.opened_on)
WITH p, x, y, f, u, c, w, [k] AS k, h, s
WITH p, x, y, f, u, c, w, k, h, s ORDER BY size(k), h.name, h.uid, w.uid, [step IN k | step.uid], s.uid
WITH p, x, y, f, u, c, w, k, h, collect(s) AS holdings
WITH f, u, c, w, k, h, holdings, p, x, y ORDER BY p.opened_on, p.project_number
WITH f, u, c, collect(w)[0] AS w, collect(k)[0] AS k, collect(h)[0] AS h, collect(holdings)[0] AS holdings, collect(DISTINCT p) AS projects, collect(DISTINCT x) + collect(DISTINCT y) AS awards
RETURN coalesce(f.uscc, f.name, f.uid) AS key, projects AS records, k + [w] + holdings + awards AS ties,
  [['SUBJECT', c], ['SUBJECT_UNIT', u], ['INVOLVED', f], ['INVOLVED', h]] + [p IN projects | ['INVOLVED', p]] AS named,
  {cadre: coalesce(c.name, '?'), unit: coalesce(u.name, '?'), firm: coalesce(f.name, '?'), kin: coalesce(h.name, '?'), steps: size(k), count: size(projects),
   project: projects[0].project_number, day: toString(projects[0].opened_on)} AS facts
