// title: The newest load of each file of a source that rejected rows
// params: source
// returns: uid, file, rejected
// scope: system
MATCH (l:Load)
WHERE l.source = $source AND NOT l.state IN ['WITHDRAWN', 'REFUSED']
WITH l.file AS file, l ORDER BY coalesce(l.number, 0) DESC, l.started_at DESC
WITH file, collect(l)[0] AS l
WHERE l.rejected > 0
RETURN l.uid AS uid, file, l.rejected AS rejected
ORDER BY file
