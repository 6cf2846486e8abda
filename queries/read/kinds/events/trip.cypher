// title: Trips
// params: viewer_audiences
// returns: Trip
// scope: shared
// filter id ID: n.KEY_ = $id -- The trips with this id Trip 标识
// filter number String: n.trip_number = $number -- Number of the trip 行程编号
// filter from DateTime: n.occurred_at >= localdatetime($from) -- Trips of this time or later 行车记录起始
// filter to DateTime: n.occurred_at <= localdatetime($to) -- Trips of this time or earlier 行车记录截止
// order NEWEST: n.occurred_at DESC localdatetime -- Newest first
// order OLDEST: n.occurred_at ASC localdatetime -- Oldest first
MATCH (n:Trip)
WHERE visible(n)
