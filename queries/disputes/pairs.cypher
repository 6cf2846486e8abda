// title: Those named with a disputed number, each with whom the number is
// params: none
// returns: apart, owner
// scope: system
MATCH (n:Person)
WHERE n.disputed_id_number IS NOT NULL AND n.name IS NOT NULL
MATCH (o:Person {id_number: n.disputed_id_number})
WHERE o <> n AND NOT 'id_number' IN coalesce(o.lent, [])
RETURN n.uid AS apart, o.uid AS owner
