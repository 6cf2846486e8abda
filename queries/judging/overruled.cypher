// title: Judgements of which newer ones say otherwise
// params: none
// returns: one, other, verdict
// scope: system
MATCH (c:IdentityCandidate {overruled: true})
RETURN c.one AS one, c.other AS other, c.state AS verdict
ORDER BY one, other
