// title: People with a strong identifier and a name, one page in the order of their uids
// params: after, bound
// returns: rows
// scope: system
MATCH (n:Person)
WHERE n.uid > $after AND n.id_number IS NOT NULL
WITH n ORDER BY n.uid LIMIT $bound
RETURN collect([n.uid, n.name, n.former_name, n.sex, n.born_on, n.id_number, readers_of(n)]) AS rows
