// title: Teams and posts that officers have today, with how many officers have just these, the most first
// params: none
// returns: held
// scope: system
RETURN COLLECT {
  MATCH (o:Officer)
  WHERE o.stub IS NULL OR EXISTS { (o)-[:MEMBER_OF]->() }
  WITH COLLECT {
    MATCH (o)-[m:MEMBER_OF]->(t:Team)
    WHERE coalesce(m.valid_from <= TODAY_, true) AND coalesce(m.valid_to >= TODAY_, true)
    WITH DISTINCT t.team_code AS code ORDER BY code RETURN code
  } AS teams, [post IN [o.officer_role] WHERE post IS NOT NULL] AS posts
  WITH teams, posts, count(*) AS officers ORDER BY officers DESC, teams, posts LIMIT 1000
  RETURN [teams, posts, officers]
} AS held
