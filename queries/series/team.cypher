// title: A team that the viewer may know of, by its code
// params: viewer_audiences, code
// returns: code
// scope: shared
MATCH (t:Team {team_code: $code})
WHERE visible(t)
RETURN DISTINCT t.team_code AS code
