// title: Each thing that m names, once, with its namings and who else names it, for every rule that starts from a thing
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts, claim
// scope: shared
// The surest naming stands for all: each rule gives one piece of evidence by it, the one that would count.
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Entity)
WHERE visible(x, e)
WITH m, mine, day, e, collect(x) AS namings
WITH m, mine, day, e, namings, surest(namings) AS x, namings_counted(e) AS counted
// Where the namings are all m's own, nobody else is looked for.
WITH m, mine, day, e, namings, x, CASE WHEN counted = size(namings) THEN [{matter: m, namings: namings}] ELSE namers(e, counted) END AS namers
CALL (m, parents, mine, day, e, namings, x, namers) {
BRANCHES_
}
RETURN other, nodes, edges, degree, certainty, facts, claim
