// title: Entities of one kind that texts can name by a name or a number
// params: after, bound
// returns: rows
// scope: system
MATCH (n:LABEL_)
WHERE n.uid > $after
WITH n ORDER BY n.uid LIMIT $bound
RETURN collect([n.uid, readers_in(n.audience), [field IN NAMES_ WHERE n[field] IS NOT NULL | n[field]],
  [field IN NUMBERS_ WHERE n[field] IS NOT NULL | n[field]]]) AS rows
