// title: The nodes that keep what is said under these numbers of others than their owners
// params: numbers
// returns: number, uid
// scope: system
MATCH (n:Person)
WHERE n.disputed_id_number IN $numbers
RETURN n.disputed_id_number AS number, n.uid AS uid
