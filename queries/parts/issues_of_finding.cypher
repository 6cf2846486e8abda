// title: Issues and clues that belong with a finding f of a unit u: those that repeat it, and those of the same kind
// params: viewer_audiences
// returns: row
// scope: shared
WITH DISTINCT f, u
WITH f, u, COLLECT {
  MATCH (u)<-[y:NAMES]-(i:InspectionIssue)
  WHERE visible(y, i)
    AND (i.problem = f.problem OR EXISTS { (i)-[z:REPEATS]->(f) WHERE visible(z) })
  WITH DISTINCT i ORDER BY natural_order(InspectionIssue, i) LIMIT 50
  RETURN i
} AS issues, COLLECT {
  MATCH (u)<-[y:NAMES]-(c:Clue)
  WHERE visible(y, c) AND c.problem = f.problem
  WITH DISTINCT c ORDER BY natural_order(Clue, c) LIMIT 50
  RETURN c
} AS clues, EXISTS {
  (f)<-[z:REPEATS]-(i:InspectionIssue) WHERE visible(z, i)
} AS repeated
WITH {
  finding: f, unit: u, issues: issues, clues: clues, repeated: repeated,
  rank: CASE WHEN repeated THEN 0 WHEN size(issues) > 0 THEN 1 WHEN size(clues) > 0 THEN 2 ELSE 3 END,
  reason: CASE
    WHEN repeated THEN 'The inspection found again what the audit had found 审计已指出、巡察再次发现'
    WHEN size(issues) > 0 THEN 'The inspection holds issues of the same kind on this unit 同单位同类巡察问题'
    WHEN size(clues) > 0 THEN 'The register holds clues of the same kind on this unit 同单位同类问题线索'
    ELSE 'Found by the audit, nothing of its kind from other channels yet 仅审计发现' END
} AS row
WHERE true
