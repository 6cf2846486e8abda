// title: Dispatch orders
// params: viewer_audiences
// returns: DispatchOrder
// scope: shared
// filter id ID: n.KEY_ = $id -- The dispatch orders with this id DispatchOrder 标识
// filter number String: n.order_number = $number -- Number of the dispatch order 派车单编号
// filter from DateTime: n.occurred_at >= localdatetime($from) -- Dispatch orders of this time or later 派车单起始
// filter to DateTime: n.occurred_at <= localdatetime($to) -- Dispatch orders of this time or earlier 派车单截止
// order NEWEST: n.occurred_at DESC localdatetime -- Newest first
// order OLDEST: n.occurred_at ASC localdatetime -- Oldest first
MATCH (n:DispatchOrder)
WHERE visible(n)
