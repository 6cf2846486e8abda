// title: Audit findings of the units that a round inspects, with the issues and clues that belong with each
// params: viewer_audiences, round
// returns: AuditLinkedIssue
// scope: shared
// tie: AuditFinding row.finding, Unit row.unit
// order RANK: row.rank ASC -- Repeated findings first, then those with issues of the same kind
MATCH (a:InspectionRound {KEY_: $round})
WHERE visible(a)
// rows: a
MATCH (a)-[s:INSPECTS]->(u:Unit)<-[x:NAMES {role: 'SUBJECT_UNIT'}]-(f:AuditFinding)
WHERE visible(s, u)
  AND visible(x, f)
ISSUES_
