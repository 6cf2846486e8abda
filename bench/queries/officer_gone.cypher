// title: Takes the officer of the bench away again
// params: officer, team
// returns: nothing
MATCH (a:Audience)
SET a.readers = [reader IN a.readers WHERE reader <> $team]
WITH count(a) AS audiences
MATCH (n:Officer|Team)
WHERE n.officer_id = $officer OR n.team_code = $team
DETACH DELETE n
