// title: Teams
// params: viewer_audiences
// returns: Team
// scope: shared
// filter id ID: n.KEY_ = $id -- The teams with this id Team 标识
// filter code String: n.team_code = $code -- Code of the team 部门代码
// order CODE: n.team_code ASC -- By code of the team
MATCH (n:Team)
WHERE visible(n)
