// title: Teams that an officer works in today, the posts, what was opened to the officer (matter, channel, whether to teams, which), the clues that these teams hold, the matters of accepted recusals, the edition of the graph, until when look-ups are refused, the units for which the officer answers tickets, and the tickets that these have
// params: viewer_officer
// returns: teams, posts, opened, held, declared, edition, locked_until, units, tickets
// scope: own
MATCH (o:Officer {officer_id: $viewer_officer})
WHERE o.stub IS NULL OR EXISTS { (o)-[:MEMBER_OF]->() }
WITH o, COLLECT {
  MATCH (o)-[m:MEMBER_OF]->(t:Team)
  WHERE coalesce(m.valid_from <= TODAY_, true) AND coalesce(m.valid_to >= TODAY_, true)
  WITH DISTINCT t.team_code AS code ORDER BY code RETURN code
} AS teams, COLLECT {
  MATCH (o)-[:IS_PERSON]->(:Person)-[i:INFORMS_FOR]->(u:Unit)
  WHERE held_on(i, TODAY_)
  RETURN DISTINCT u.uid ORDER BY u.uid
} AS units
RETURN teams, [post IN [o.officer_role] WHERE post IS NOT NULL] AS posts, COLLECT {
  MATCH (r:AccessRequest {state: 'APPROVED'})
  WHERE r.until > datetime() AND (r.for_team OR r.by = $viewer_officer) AND any(team IN r.teams WHERE team IN teams)
  UNWIND r.granted AS uid
  WITH DISTINCT [uid, r.channel, r.for_team AND r.by <> $viewer_officer, r.teams] AS given ORDER BY given RETURN given
} AS opened, COLLECT { MATCH (s:ClueStep) WHERE s.held_by IN teams RETURN s.clue ORDER BY s.clue } AS held, COLLECT {
  MATCH (k:Recusal {by: $viewer_officer, state: 'ACCEPTED'})
  RETURN DISTINCT k.matter ORDER BY k.matter
} AS declared, toString(TODAY_) + ' ' + COLLECT { MATCH (e:Edition) RETURN toString(sum(e.number)) }[0] AS edition,
  COLLECT { MATCH (p:Misses {officer: $viewer_officer}) WHERE p.locked_until > datetime() RETURN toString(p.locked_until) }[0] AS locked_until,
  units, COLLECT { UNWIND units AS unit MATCH (s:TaskStep {held_by: unit}) RETURN s.of ORDER BY s.of } AS tickets
