// title: Phone calls
// params: viewer_audiences
// returns: PhoneCall
// scope: shared
// filter id ID: n.KEY_ = $id -- The phone calls with this id PhoneCall 标识
// filter number String: n.call_number = $number -- Number of the call record 通话流水号
// filter from DateTime: n.occurred_at >= localdatetime($from) -- Phone calls of this time or later 通话记录起始
// filter to DateTime: n.occurred_at <= localdatetime($to) -- Phone calls of this time or earlier 通话记录截止
// order NEWEST: n.occurred_at DESC localdatetime -- Newest first
// order OLDEST: n.occurred_at ASC localdatetime -- Oldest first
MATCH (n:PhoneCall)
WHERE visible(n)
