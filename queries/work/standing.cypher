// title: How a clue stands that the viewer may read in full, and which of what an act names is there for the viewer
// params: viewer_audiences, uid, team, officers, other
// returns: facts, has_team, known_officers, has_other
// scope: shared
MATCH (c:Clue {uid: $uid})
WHERE visible(c)
RETURN clue_facts(c) AS facts,
  EXISTS { MATCH (t:Team {team_code: $team}) WHERE visible(t) } AS has_team,
  COUNT { MATCH (o:Officer) WHERE o.officer_id IN $officers AND visible(o) RETURN DISTINCT o.officer_id } AS known_officers,
  EXISTS { MATCH (other:Clue {uid: $other}) WHERE visible(other) AND other <> c } AS has_other
