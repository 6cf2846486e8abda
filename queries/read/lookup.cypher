// title: A pasted list of ids, plates, phones, credit codes, numbers and names, each with what it is
// params: viewer_audiences, values
// returns: LookupHit
// scope: shared
// tie: row.place
UNWIND range(0, size($values) - 1) AS place
CALL (place) {
  CALL (place) {
    WITH $values[place] AS sought MATCH (n:Person {id_number: sought}) RETURN n, 'id_number' AS field
    UNION WITH $values[place] AS sought MATCH (n:Person {name: sought}) RETURN n, 'name' AS field
    UNION WITH $values[place] AS sought MATCH (n:Unit {uscc: sought}) RETURN n, 'uscc' AS field
    UNION WITH $values[place] AS sought MATCH (n:Unit {name: sought}) RETURN n, 'name' AS field
    UNION WITH $values[place] AS sought MATCH (n:Vehicle {plate: sought}) RETURN n, 'plate' AS field
    UNION WITH $values[place] AS sought MATCH (n:FuelCard {card_number: sought}) RETURN n, 'card_number' AS field
    UNION WITH $values[place] AS sought MATCH (n:Phone {phone_number: sought}) RETURN n, 'phone_number' AS field
    UNION WITH $values[place] AS sought MATCH (n:Account {account_number: sought}) RETURN n, 'account_number' AS field
    UNION WITH $values[place] AS sought MATCH (n:Project {project_number: sought}) RETURN n, 'project_number' AS field
    UNION WITH $values[place] AS sought MATCH (n:Contract {contract_number: sought}) RETURN n, 'contract_number' AS field
    UNION WITH $values[place] AS sought MATCH (n:Clue {number: sought}) RETURN n, 'number' AS field
    UNION WITH $values[place] AS sought MATCH (n:AuditFinding {number: sought}) RETURN n, 'number' AS field
    UNION WITH $values[place] AS sought MATCH (n:InspectionIssue {number: sought}) RETURN n, 'number' AS field
    UNION WITH $values[place] AS sought MATCH (n:Ticket {number: sought}) RETURN n, 'number' AS field
    UNION WITH $values[place] AS sought MATCH (n:Alert {number: sought}) RETURN n, 'number' AS field
  }
  WITH n, field
  WHERE n.audience IN $viewer_audiences
  WITH n, field ORDER BY field, ORDER_Node_n LIMIT 50
  RETURN collect({field: field, node: n}) AS matches
}
WITH {place: place, value: $values[place], matches: matches} AS row
WHERE true
