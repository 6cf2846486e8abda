// title: Teams of an officer and the audiences that they may read
// params: viewer_officer
// returns: teams, audiences
// scope: own
MATCH (o:Officer {officer_id: $viewer_officer})
WITH o, COLLECT { MATCH (o)-[m:MEMBER_OF]->(t:Team) WHERE m.valid_to IS NULL OR m.valid_to >= date() RETURN DISTINCT t.team_code } AS teams
WITH teams, teams + CASE WHEN size(teams) = 0 OR any(t IN teams WHERE t IN ['AUDIT', 'MEDIA_DESK', 'ORG_DEPT'] OR t STARTS WITH 'UNIT_') THEN [] ELSE ['EVERYONE'] END AS tokens
RETURN teams, COLLECT { MATCH (a:Audience) WHERE any(token IN tokens WHERE token IN a.readers) RETURN a.number } AS audiences
