// title: Officers
// params: viewer_audiences
// returns: Officer
// scope: shared
// filter id ID: n.KEY_ = $id -- The officers with this id Officer 标识
// filter officerId String: n.officer_id = $officerId -- Id of the officer in the directory 干部编号
MATCH (n:Officer)
WHERE visible(n)
