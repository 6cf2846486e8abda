// title: What the repairs of a source that stand have answered: rows by load and number, contents by their keyed hash
// params: source
// returns: tried, mended
// scope: system
MATCH (l:Load)
WHERE l.source = $source AND l.state = 'DONE' AND l.tried IS NOT NULL
RETURN l.tried AS tried, l.mended AS mended
