// title: Officers with their team and role, for trying things in demo mode
// params: none
// returns: id, name, team, role
// scope: system
MATCH (o:Officer)-[:MEMBER_OF]->(t:Team)
RETURN o.officer_id AS id, o.officer_name AS name, t.team_code AS team, t.team_name AS team_name, o.officer_role AS role
ORDER BY team, id
