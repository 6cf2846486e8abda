// title: Refuellings
// params: viewer_audiences
// returns: Refuelling
// scope: shared
// filter id ID: n.KEY_ = $id -- The refuellings with this id Refuelling 标识
// filter number String: n.receipt_number = $number -- Number of the fuel receipt 加油流水号
// filter from DateTime: n.occurred_at >= localdatetime($from) -- Refuellings of this time or later 加油记录起始
// filter to DateTime: n.occurred_at <= localdatetime($to) -- Refuellings of this time or earlier 加油记录截止
// order NEWEST: n.occurred_at DESC localdatetime -- Newest first
// order OLDEST: n.occurred_at ASC localdatetime -- Oldest first
MATCH (n:Refuelling)
WHERE visible(n)
