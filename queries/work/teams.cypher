// title: The codes of all teams, the posts in which their members are today, the day in Beijing and the moment
// params: posts
// returns: codes, posts, day, at
// scope: system
RETURN COLLECT { MATCH (t:Team) RETURN DISTINCT t.team_code } AS codes, COLLECT {
  MATCH (o:Officer)-[m:MEMBER_OF]->(t:Team)
  WHERE o.officer_role IN $posts AND coalesce(m.valid_from <= TODAY_, true) AND coalesce(m.valid_to >= TODAY_, true)
  RETURN DISTINCT [o.officer_role, t.team_code]
} AS posts, toString(TODAY_) AS day, toString(datetime()) AS at
