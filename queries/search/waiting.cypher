// title: Nodes of one kind that wait for their search keys, with what these are made of
// params: bound, names
// returns: rows
// scope: system
MATCH (n:LABEL_&Keyless)
WITH n LIMIT $bound
RETURN collect([elementId(n), n.uid, [name IN $names | coalesce(n[name], '')]]) AS rows
