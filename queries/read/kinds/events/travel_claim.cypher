// title: Travel claims
// params: viewer_audiences
// returns: TravelClaim
// scope: shared
// filter id ID: n.KEY_ = $id -- The travel claims with this id TravelClaim 标识
// filter number String: n.claim_number = $number -- Number of the travel claim 报销单号
// filter from Date: n.occurred_on >= date($from) -- Travel claims of this day or later 差旅报销起始
// filter to Date: n.occurred_on <= date($to) -- Travel claims of this day or earlier 差旅报销截止
// order NEWEST: n.occurred_on DESC date -- Newest first
// order OLDEST: n.occurred_on ASC date -- Oldest first
MATCH (n:TravelClaim)
WHERE visible(n)
