// title: Series that a matter m is a member of, open ones first; who may read the matter may know of them
// params: none
// returns: row, place
// scope: part
MATCH (k:SeriesMember {matter: m.uid})-[:IN_SERIES]->(series:Series)
WHERE k.is_present
WITH DISTINCT series AS row
WITH row, [row.state <> 'OPEN', -row.opened_at.epochMillis, row.uid] AS place
