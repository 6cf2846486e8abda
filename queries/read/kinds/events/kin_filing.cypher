// title: Kin filings
// params: viewer_audiences
// returns: KinFiling
// scope: shared
// filter id ID: n.KEY_ = $id -- The kin filings with this id KinFiling 标识
// filter number String: n.filing_number = $number -- Number of the filing 备案编号
// filter from Date: n.occurred_on >= date($from) -- Kin filings of this day or later 近亲属备案起始
// filter to Date: n.occurred_on <= date($to) -- Kin filings of this day or earlier 近亲属备案截止
// order NEWEST: n.occurred_on DESC date -- Newest first
// order OLDEST: n.occurred_on ASC date -- Oldest first
MATCH (n:KinFiling)
WHERE visible(n)
