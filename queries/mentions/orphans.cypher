// title: Take away mentions whose matter is gone
// params: none
// returns: gone
// scope: system
MATCH (x:Mention)
WHERE NOT EXISTS { (:Clue|AuditFinding|InspectionIssue|Ticket|Alert)-[:MENTIONS]->(x) }
DETACH DELETE x
RETURN count(*) AS gone
