// title: Days up to which there are at least so many clues
// params: many, rows, audiences
// returns: day
MATCH (n:Clue)
WHERE n.audience IN $audiences AND n.received_on IS NOT NULL
WITH n.received_on AS day ORDER BY day SKIP $rows
WITH DISTINCT day ORDER BY rand() LIMIT $many
RETURN toString(day) AS day
