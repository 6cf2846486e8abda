// title: Same unit, whatever the problem 同一单位
// params: viewer_audiences
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: Both name the unit {shared} within two years, which alone is little: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项在两年内都涉及单位{shared}，仅此一点依据薄弱（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// weight: 0.34
// What same_firm does not connect: public units, and eateries, which all kinds of people name. In a crowd it would say nothing.
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Unit)
WHERE visible(x, e) AND coalesce(x.certainty, 1.0) >= SURE_NAMING_
  AND (NOT is_firm(e) OR EXISTS { MATCH (e)<-[s:SERVED_BY]-(b:ReceptionBill) WHERE visible(s, b) })
WITH m, x, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS degree
WHERE degree <= SMALL_CROWD_
MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other) AND coalesce(y.certainty, 1.0) >= SURE_NAMING_
  AND coalesce(abs(duration.inDays(came_on(m), came_on(other)).days) <= SAME_PROBLEM_DAYS_, true)
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {shared: coalesce(e.name, e.uscc), here: x.role, there: y.role, degree: degree} AS facts
