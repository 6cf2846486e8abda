// title: Reception bills
// params: viewer_audiences
// returns: ReceptionBill
// scope: shared
// filter id ID: n.KEY_ = $id -- The reception bills with this id ReceptionBill 标识
// filter number String: n.bill_number = $number -- Number of the reception bill 账单编号
// filter from DateTime: n.occurred_at >= localdatetime($from) -- Reception bills of this time or later 公务接待账单起始
// filter to DateTime: n.occurred_at <= localdatetime($to) -- Reception bills of this time or earlier 公务接待账单截止
// order NEWEST: n.occurred_at DESC localdatetime -- Newest first
// order OLDEST: n.occurred_at ASC localdatetime -- Oldest first
MATCH (n:ReceptionBill)
WHERE visible(n)
