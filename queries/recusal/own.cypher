// title: The people of the graph that an officer is today
// params: officer
// returns: people, parts
// scope: system
MATCH (o:Officer {officer_id: $officer})-[r:IS_PERSON]->(p:Person)
WHERE held_on(r, TODAY_)
RETURN collect(DISTINCT p.uid) AS people, collect([r.uid, r.audience]) + collect([p.uid, p.audience]) AS parts
