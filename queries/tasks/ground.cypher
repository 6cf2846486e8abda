// title: What a new task rests on, as far as the viewer may read it: the matters with their readers, the unit, the task that it comes from, whether its team is there
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes, matters, series, unit, parent, team
// returns: matters, readers, unit, parent, has_team
// scope: own
// Members of a series that the viewer may not read are no ground, and refuse nothing; a task that is gone on with keeps its own.
WITH COLLECT { MATCH (t:Task {uid: $parent}) WHERE is_of_task(t) UNWIND t.rests_on AS told RETURN told } AS kept
RETURN COLLECT {
  UNWIND $matters + COLLECT { MATCH (k:SeriesMember {is_present: true})-[:IN_SERIES]->(:Series {uid: $series}) RETURN k.matter } AS uid
  MATCH (m:MATTERS_ {uid: uid})
  WHERE visible(m)
  RETURN DISTINCT m.uid ORDER BY m.uid
} AS matters, COLLECT {
  UNWIND $matters + COLLECT { MATCH (k:SeriesMember {is_present: true})-[:IN_SERIES]->(:Series {uid: $series}) RETURN k.matter }
    + kept AS uid
  MATCH (m:MATTERS_ {uid: uid})
  WHERE visible(m) OR uid IN kept
  RETURN COLLECT { MATCH (a:Audience {number: readers_in(m.audience)}) RETURN a.readers }[0]
} AS readers, COLLECT { MATCH (n:Unit {uid: $unit}) WHERE visible(n) RETURN n.uid }[0] AS unit,
  COLLECT { MATCH (t:Task {uid: $parent}) WHERE is_of_task(t) RETURN t.rests_on }[0] AS parent,
  EXISTS { MATCH (t:Team {team_code: $team}) WHERE visible(t) } AS has_team
