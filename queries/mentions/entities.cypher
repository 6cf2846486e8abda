// title: Entities of one kind that texts can name by a name or a number
// params: after, page
// returns: uid, audience, names, numbers
// scope: system
MATCH (n:LABEL_)
WHERE n.uid > $after
RETURN n.uid AS uid, n.audience AS audience, [field IN NAMES_ WHERE n[field] IS NOT NULL | n[field]] AS names,
  [field IN NUMBERS_ WHERE n[field] IS NOT NULL | n[field]] AS numbers
ORDER BY uid LIMIT $page
