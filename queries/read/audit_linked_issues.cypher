// title: Audit findings of every unit, with the inspection issues and clues that belong with each
// params: viewer_audiences
// returns: AuditLinkedIssue
// scope: shared
// tie: AuditFinding row.finding, Unit row.unit
// order RANK: row.rank ASC -- Repeated findings first, then those with issues of the same kind
MATCH (f:AuditFinding)-[x:NAMES {role: 'SUBJECT_UNIT'}]->(u:Unit)
WHERE visible(f, x, u)
ISSUES_
