// title: Nodes of one kind that wait for their search keys, with all that they show
// params: bound
// returns: rows
// scope: system
MATCH (n:LABEL_&Keyless)
WITH n LIMIT $bound
RETURN collect({at: address(n), shown: properties(n)}) AS rows
