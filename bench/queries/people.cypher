// title: People to start from: half of them with a post, so that there is something around them
// params: many, audiences
// returns: id
MATCH (p:Person)-[:HOLDS_POST]->()
WHERE p.audience IN $audiences
WITH DISTINCT p ORDER BY p.uid LIMIT 20000
WITH p ORDER BY rand() LIMIT toInteger($many / 2)
RETURN p.uid AS id
UNION ALL
MATCH (p:Person)
WHERE p.audience IN $audiences
WITH p LIMIT 20000
WITH p ORDER BY rand() LIMIT toInteger($many / 2)
RETURN p.uid AS id
