// title: Matters on the unit that m is about, with the kind of problem that both tell of, for every rule that says `among`
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, claim, facts
// scope: shared
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Unit)
WHERE size(mine) > 0 AND visible(x, e) AND NOT is_firm(e) AND concerns(m, x) AND (x.role = 'SUBJECT_UNIT' OR coalesce(e.uscc, e.unit_kind) IS NOT NULL)
WITH m, mine, x, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS crowd
WHERE crowd <= $hub_cap
MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other) AND concerns(other, y)
WITH m, mine, x, e, crowd, y, other, abs(duration.inDays(came_on(m), came_on(other)).days) AS days, kinds_of(other) AS theirs
WITH m, x, e, crowd, y, other, days, same_kind(mine, theirs) AS same,
  head([kind IN mine WHERE PARENTS_[kind] IN theirs | PARENTS_[kind]] + [kind IN theirs WHERE PARENTS_[kind] IN mine | PARENTS_[kind]]) AS wider
WHERE days IS NOT NULL AND coalesce(same, wider) IS NOT NULL
WITH m, e, crowd, collect({x: x, y: y, other: other, days: days, same: same, wider: wider}) AS found, count(DISTINCT CASE WHEN days <= SAME_PROBLEM_DAYS_ THEN other END) + 1 AS sharing
WHERE sharing <= $hub_cap
UNWIND found AS one
WITH m, e, crowd, sharing, one.x AS x, one.y AS y, one.other AS other, one.days AS days, one.same AS same, one.wider AS wider
CALL (m, e, other, days, same, wider, sharing) {
BRANCHES_
}
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, sharing + (crowd - sharing) * SAME_BY_CHANCE_ AS degree,
  coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) * certainty AS certainty, claim, facts
