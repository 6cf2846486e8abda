// title: Matters that name what a rule reaches from a thing that m names, for every rule that says `far`
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts, claim
// scope: shared
CALL (m, e) {
BRANCHES_
}
WITH m, e, x, far, between, ties, certainty, facts, claim, namings_counted(far) AS counted
WITH m, e, x, far, between, ties, certainty, facts, claim, namers(far, counted) AS others
WHERE size(others) < $hub_cap
UNWIND others AS one
WITH m, e, x, far, between, ties, certainty, facts, claim, size(others) + 1 AS degree, one.matter AS other, one.namings AS those
WHERE other <> m
WITH m, e, x, far, between, ties, certainty, facts, claim, degree, other, surest(those) AS y
RETURN other, [m, e] + between + [far, other] AS nodes, [x] + ties + [y] AS edges, degree,
  coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) * certainty AS certainty, facts, claim
