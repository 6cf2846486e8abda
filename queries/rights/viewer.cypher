// title: Teams that an officer works in today
// params: viewer_officer
// returns: teams
// scope: own
MATCH (o:Officer {officer_id: $viewer_officer})
WHERE o.stub IS NULL OR EXISTS { (o)-[:MEMBER_OF]->() }
RETURN COLLECT { MATCH (o)-[m:MEMBER_OF]->(t:Team) WHERE m.valid_to IS NULL OR m.valid_to >= date() WITH DISTINCT t.team_code AS code ORDER BY code RETURN code } AS teams
