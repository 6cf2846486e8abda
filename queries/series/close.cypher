// title: Close a series
// params: series, at
// returns: nothing
// scope: system
MATCH (s:Series {uid: $series})
SET s.state = 'CLOSED', s.closed_at = datetime($at)
