// title: The numbers that are disputed, each with the node of somebody who is not its owner
// params: none
// returns: rows
// scope: system
MATCH (n:Person)
WHERE n.disputed_id_number IS NOT NULL AND n.stub IS NULL AND NOT 'disputed_id_number' IN coalesce(n.lent, [])
RETURN collect([n.disputed_id_number, n.uid]) AS rows
