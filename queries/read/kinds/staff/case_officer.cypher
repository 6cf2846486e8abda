// title: Case officers
// params: viewer_audiences
// returns: CaseOfficer
// scope: shared
// filter id ID: n.KEY_ = $id -- The case officers with this id CaseOfficer 标识
// filter badgeNumber String: n.badge_number = $badgeNumber -- Badge number of the case officer 承办人员工号
MATCH (n:CaseOfficer)
WHERE visible(n)
