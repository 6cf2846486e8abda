// title: Projects
// params: viewer_audiences
// returns: Project
// scope: shared
// filter id ID: n.KEY_ = $id -- The projects with this id Project 标识
// filter number String: n.project_number = $number -- Number of the project section 项目编号
// filter tenderer ID: EXISTS { (n)-[t:TENDERED_BY]->(u:Unit {uid: $tenderer}) WHERE visible(t, u) } -- Projects that this unit tendered 招标单位
// filter from Date: n.opened_on >= date($from) -- Projects opened on this day or later 开标起
// filter to Date: n.opened_on <= date($to) -- Projects opened on this day or earlier 开标止
// order NEWEST: n.opened_on DESC date -- Newest project first
// order NUMBER: n.project_number ASC -- By number of the project
MATCH (n:Project)
WHERE visible(n)
