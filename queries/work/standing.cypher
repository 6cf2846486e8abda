// title: How a clue stands that the viewer may read in full, who may read it, and which of what an act names is there for the viewer
// params: viewer_audiences, uid, team, officers, other
// returns: facts, readers, has_team, known_officers, has_other
// scope: shared
MATCH (c:Clue {uid: $uid})
WHERE visible(c)
RETURN clue_facts_in_full(c) AS facts,
  COLLECT { MATCH (a:Audience {number: readers_in(c.audience)}) RETURN a.readers }[0] AS readers,
  EXISTS { MATCH (t:Team {team_code: $team}) WHERE visible(t) } AS has_team,
  COUNT { MATCH (o:Officer) WHERE o.officer_id IN $officers AND visible(o) RETURN DISTINCT o.officer_id } AS known_officers,
  EXISTS { MATCH (other:Clue {uid: $other}) WHERE visible(other) AND other <> c AND NOT clue_stage(other) IN ['MERGED', 'KEPT_REPEAT'] } AS has_other
