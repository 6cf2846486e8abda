// title: Keep proposed links; one that is there already stays as it is
// params: rows, at
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (one:Clue|AuditFinding|InspectionIssue|Ticket|Alert {uid: row.one})
MATCH (other:Clue|AuditFinding|InspectionIssue|Ticket|Alert {uid: row.other})
MERGE (l:Link {uid: row.uid})
ON CREATE SET l.rule = row.rule, l.sentence = row.sentence, l.audiences = row.audiences, l.state = 'PROPOSED',
  l.proposed_at = datetime($at)
MERGE (l)-[:JOINS {place: 0}]->(one)
MERGE (l)-[:JOINS {place: 1}]->(other)
WITH l, row
UNWIND row.via AS uid
MATCH (e:Person|Unit|Vehicle|FuelCard|Phone|Account|Place|Project|Contract {uid: uid})
MERGE (l)-[:RESTS_ON]->(e)
