// title: People whom texts can name: those with an id number, and those whom a register ties to a unit, unless their number is another's
// params: after, bound
// returns: rows
// scope: system
MATCH (n:Person)
WHERE n.uid > $after
  AND (n.id_number IS NOT NULL
    OR (n.disputed_id_number IS NULL AND EXISTS { (n)-[:HOLDS_POST|OFFICER_OF|HOLDS_SHARE|INFORMS_FOR]->() }))
WITH n ORDER BY n.uid LIMIT $bound
RETURN collect([n.uid, readers_in(n.audience), [name IN [n.name, n.former_name] WHERE name IS NOT NULL],
  [number IN [n.id_number] WHERE number IS NOT NULL]]) AS rows
