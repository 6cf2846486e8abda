// title: Units with their full, short and former names, each empty where there is none, and their area
// params: after, bound
// returns: rows
// scope: system
MATCH (n:Unit)
WHERE n.uid > $after
WITH n ORDER BY n.uid LIMIT $bound
RETURN collect([n.uid, readers_in(n.audience),
  [coalesce(n.name, ''), coalesce(n.short_name, ''), coalesce(n.former_name, '')],
  [number IN [n.uscc] WHERE number IS NOT NULL], n.area_code]) AS rows
