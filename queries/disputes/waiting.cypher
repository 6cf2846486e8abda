// title: Marked people with the number that has to be asked about
// params: bound
// returns: uid, number
// scope: system
MATCH (n:Parting)
WITH n LIMIT $bound
RETURN n.uid AS uid, coalesce(n.disputed_id_number, n.id_number) AS number
