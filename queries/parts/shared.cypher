// title: Matters that name the same thing as m, for every rule that says `shares`, `both` or `among`
// params: viewer_audiences
// returns: other, nodes, edges, degree, certainty, facts, claim
// scope: shared
WITH m, mine, day, e, namings, x, namers, size(namers) AS degree
WHERE size(namers) > 1
// What several rules ask of the thing, or of its naming there, stands in the text once.
WITH m, mine, e, namings, x, degree, [one IN namers WHERE one.matter <> m |
  {matter: one.matter, namings: one.namings, surest: surest(one.namings), days: CASE WHEN e:Unit THEN abs(duration.inDays(day, came_on(one.matter)).days) END}] AS sharers,
  CASE WHEN e:Unit THEN is_private_firm(e, HALF_OWNED_) END AS private
CALL (m, parents, mine, e, namings, x, degree, sharers, private) {
BRANCHES_
}
RETURN other, [m, e, other] AS nodes, [here, there] AS edges, counted AS degree,
  coalesce(here.certainty, 1.0) * coalesce(there.certainty, 1.0) * certainty AS certainty, facts, claim
