// title: Same unit and kind of problem within two years 同单位同类问题
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: Both speak of {problem: Problem} in the unit {shared} within two years; {degree} matters do
// because_zh: 两件事项在两年内都反映{shared}的{problem: Problem}问题，共有{degree}件
// weight: 0.75
MATCH (m)-[x:NAMES {role: 'SUBJECT_UNIT'}]->(e:Unit)
WHERE m.problem IS NOT NULL AND m.problem <> 'OTHER' AND visible(x, e)
WITH m, x, e, COUNT { MATCH (e)<-[z:NAMES {role: 'SUBJECT_UNIT'}]-(o:Matter) WHERE o.problem = m.problem AND visible(z, o) RETURN DISTINCT o } AS degree
WHERE degree <= $hub_cap
MATCH (e)<-[y:NAMES {role: 'SUBJECT_UNIT'}]-(other:Matter)
WHERE other <> m AND other.problem = m.problem AND visible(y, other)
  AND abs(duration.inDays(came_on(m), came_on(other)).days) <= SAME_PROBLEM_DAYS_
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {shared: coalesce(e.name, e.uscc), problem: m.problem, degree: degree} AS facts
