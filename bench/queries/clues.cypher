// title: Clues that name something
// params: many, audiences
// returns: id
MATCH (n:Clue)-[:NAMES]->()
WHERE n.audience IN $audiences
WITH DISTINCT n ORDER BY rand() LIMIT $many
RETURN n.uid AS id
