// title: Hospital stays
// params: viewer_audiences
// returns: HospitalStay
// scope: shared
// filter id ID: n.KEY_ = $id -- The hospital stays with this id HospitalStay 标识
// filter number String: n.stay_number = $number -- Number of the stay or treatment 就诊流水号
// filter from Date: n.occurred_on >= date($from) -- Hospital stays of this day or later 住院记录起始
// filter to Date: n.occurred_on <= date($to) -- Hospital stays of this day or earlier 住院记录截止
// order NEWEST: n.occurred_on DESC date -- Newest first
// order OLDEST: n.occurred_on ASC date -- Oldest first
MATCH (n:HospitalStay)
WHERE visible(n)
