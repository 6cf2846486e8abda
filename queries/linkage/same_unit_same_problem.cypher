// title: Same unit and kind of problem within two years 同单位同类问题
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: Both speak of {problem: Problem} in the unit {shared} within two years; {degree} matters do
// because_zh: 两件事项在两年内都反映{shared}的{problem: Problem}问题，共有{degree}件
// weight: 0.75
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Unit)
WHERE size(mine) > 0 AND NOT is_firm(e) AND visible(x, e) AND concerns(m, x) AND (x.role = 'SUBJECT_UNIT' OR coalesce(e.uscc, e.unit_kind) IS NOT NULL)
WITH m, mine, x, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS crowd
WHERE crowd <= $hub_cap
MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other) AND concerns(other, y)
  AND abs(duration.inDays(came_on(m), came_on(other)).days) <= SAME_PROBLEM_DAYS_
WITH m, mine, x, e, crowd, y, other, kinds_of(other) AS theirs
WITH m, x, e, crowd, y, other, head([kind IN mine WHERE kind IN theirs]) AS same,
  head([kind IN mine WHERE PARENTS_[kind] IN theirs | PARENTS_[kind]] + [kind IN theirs WHERE PARENTS_[kind] IN mine | PARENTS_[kind]]) AS wider
WHERE coalesce(same, wider) IS NOT NULL
WITH m, e, crowd, collect({x: x, y: y, other: other, same: same, wider: wider}) AS found, count(DISTINCT other) + 1 AS degree
WHERE degree <= $hub_cap
UNWIND found AS one
WITH m, e, degree, crowd, one.x AS x, one.y AS y, one.other AS other, one.same AS same, one.wider AS wider
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, degree + (crowd - degree) * SAME_BY_CHANCE_ AS degree,
  coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) * CASE WHEN same IS NULL THEN WIDER_CERTAINTY_ ELSE 1.0 END AS certainty,
  {shared: coalesce(e.name, e.uscc), problem: coalesce(same, wider), degree: degree} AS facts
