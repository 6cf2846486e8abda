// title: An officer of the bench who may read every audience, so that both sides answer over the same rows
// params: officer, team
// returns: audiences
MERGE (t:Team {uid: 'team_bench'}) ON CREATE SET t.team_code = $team
MERGE (o:Officer {uid: 'officer_bench'}) ON CREATE SET o.officer_id = $officer
MERGE (o)-[m:MEMBER_OF {uid: 'bench'}]->(t)
WITH t
MATCH (a:Audience)
SET a.readers = CASE WHEN $team IN a.readers THEN a.readers ELSE a.readers + $team END
RETURN collect(a.number) AS audiences
