// title: Teams that an officer works in today, and the posts in which the graph has the officer
// params: viewer_officer
// returns: teams, posts
// scope: own
MATCH (o:Officer {officer_id: $viewer_officer})
WHERE o.stub IS NULL OR EXISTS { (o)-[:MEMBER_OF]->() }
RETURN COLLECT {
  MATCH (o)-[m:MEMBER_OF]->(t:Team)
  WHERE coalesce(m.valid_from <= date(), true) AND coalesce(m.valid_to >= date(), true)
  WITH DISTINCT t.team_code AS code ORDER BY code RETURN code
} AS teams, [post IN [o.officer_role] WHERE post IS NOT NULL] AS posts
