// title: The place in the journal of changes from which on it tells what happened since a moment
// params: at
// returns: place
// scope: system
MATCH (c:Change)
WHERE c.number >= 0 AND c.at < datetime($at)
WITH c.number + 1 AS next ORDER BY next DESC LIMIT 1
WITH collect(next) AS found
RETURN [coalesce(found[0], 0), '', coalesce(found[0], 0), ''] AS place
