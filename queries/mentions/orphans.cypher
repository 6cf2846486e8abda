// title: Take away mentions whose matter is gone
// params: none
// returns: gone
// scope: system
MATCH (x:Mention)
WHERE NOT EXISTS { (:MATTERS_)-[:MENTIONS]->(x) }
DETACH DELETE x
RETURN count(*) AS gone
