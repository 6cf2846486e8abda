// title: Bids
// params: viewer_audiences
// returns: Bid
// scope: shared
// filter id ID: n.KEY_ = $id -- The bids with this id Bid 标识
// filter number String: n.bid_number = $number -- Number of the bid 投标编号
// filter from DateTime: n.occurred_at >= localdatetime($from) -- Bids of this time or later 投标起始
// filter to DateTime: n.occurred_at <= localdatetime($to) -- Bids of this time or earlier 投标截止
// order NEWEST: n.occurred_at DESC localdatetime -- Newest first
// order OLDEST: n.occurred_at ASC localdatetime -- Oldest first
MATCH (n:Bid)
WHERE visible(n)
