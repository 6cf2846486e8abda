// title: The numbers that are disputed, each with the node of somebody who is not its owner
// params: none
// returns: rows
// scope: system
MATCH (n:Person)
WHERE n.disputed_id_number IS NOT NULL AND n.stub IS NULL
RETURN collect([n.disputed_id_number, n.uid]) AS rows
