// title: Officers with their team and role, to choose from at the desk in demo mode
// params: none
// returns: officers
// scope: system
MATCH (o:Officer)-[:MEMBER_OF]->(t:Team)
WITH o, t ORDER BY t.team_code, o.officer_id
RETURN collect({
  id: o.officer_id, name: o.officer_name, team: t.team_code, teamName: t.team_name, role: o.officer_role
}) AS officers
