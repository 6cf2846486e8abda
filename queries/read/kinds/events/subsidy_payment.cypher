// title: Subsidy payments
// params: viewer_audiences
// returns: SubsidyPayment
// scope: shared
// filter id ID: n.KEY_ = $id -- The subsidy payments with this id SubsidyPayment 标识
// filter number String: n.payment_number = $number -- Number of the subsidy payment 发放编号
// filter from Date: n.occurred_on >= date($from) -- Subsidy payments of this day or later 补贴发放起始
// filter to Date: n.occurred_on <= date($to) -- Subsidy payments of this day or earlier 补贴发放截止
// order NEWEST: n.occurred_on DESC date -- Newest first
// order OLDEST: n.occurred_on ASC date -- Oldest first
MATCH (n:SubsidyPayment)
WHERE visible(n)
