// title: How the viewer stands to an officer whose recusal is asked about: whether it is the viewer's to know, the matters that the officer asks the viewer's teams for, those of accepted declarations
// params: viewer_officer, viewer_teams, viewer_grants, officer
// returns: leads, asked, declared, name
// scope: own
MATCH (o:Officer {officer_id: $officer})
RETURN $officer <> $viewer_officer AND ('RECUSE_ALL' IN $viewer_grants OR 'RECUSE_TEAM' IN $viewer_grants AND EXISTS {
    MATCH (o)-[m:MEMBER_OF]->(t:Team)
    WHERE held_on(m, TODAY_) AND t.team_code IN $viewer_teams
  }) AS leads, COLLECT {
    MATCH (r:AccessRequest {state: 'WAITING', by: $officer})
    WHERE r.team IN $viewer_teams AND 'JUDGE' IN $viewer_grants
    UNWIND r.matters AS uid
    RETURN DISTINCT uid
  } AS asked, COLLECT {
    MATCH (k:Recusal {by: $officer, state: 'ACCEPTED'})
    RETURN DISTINCT k.matter
  } AS declared, coalesce(o.officer_name, o.officer_id) AS name
ORDER BY o.uid LIMIT 1
