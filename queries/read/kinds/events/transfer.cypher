// title: Transfers
// params: viewer_audiences
// returns: Transfer
// scope: shared
// filter id ID: n.KEY_ = $id -- The transfers with this id Transfer 标识
// filter number String: n.transfer_number = $number -- Number of the transfer 转账流水号
// filter from DateTime: n.occurred_at >= localdatetime($from) -- Transfers of this time or later 转账记录起始
// filter to DateTime: n.occurred_at <= localdatetime($to) -- Transfers of this time or earlier 转账记录截止
// order NEWEST: n.occurred_at DESC localdatetime -- Newest first
// order OLDEST: n.occurred_at ASC localdatetime -- Oldest first
MATCH (n:Transfer)
WHERE visible(n)
