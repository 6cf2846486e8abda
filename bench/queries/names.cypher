// title: Names of people to search for
// params: many, audiences
// returns: text
MATCH (p:Person)
WHERE p.audience IN $audiences AND p.name IS NOT NULL
WITH p LIMIT 20000
WITH p ORDER BY rand() LIMIT $many
RETURN p.name AS text
