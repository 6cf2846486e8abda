// title: Units with their full, short and former names, each empty where there is none
// params: after, page
// returns: uid, audience, names, numbers
// scope: system
MATCH (n:Unit)
WHERE n.uid > $after
RETURN n.uid AS uid, n.audience AS audience,
  [coalesce(n.name, ''), coalesce(n.short_name, ''), coalesce(n.former_name, '')] AS names,
  [number IN [n.uscc] WHERE number IS NOT NULL] AS numbers
ORDER BY uid LIMIT $page
