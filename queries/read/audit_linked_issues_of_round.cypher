// title: Audit findings of the units that a round inspects, with the issues and clues that belong with each
// params: viewer_audiences, round
// returns: AuditLinkedIssue
// scope: shared
// tie: AuditFinding row.finding, Unit row.unit
// order RANK: row.rank ASC -- Repeated findings first, then those with issues of the same kind
MATCH (a:InspectionRound {uid: $round})
WHERE a.audience IN $viewer_audiences
// rows: a
MATCH (a)-[s:INSPECTS]->(u:Unit)<-[x:NAMES {role: 'SUBJECT_UNIT'}]-(f:AuditFinding)
WHERE s.audience IN $viewer_audiences AND u.audience IN $viewer_audiences
  AND x.audience IN $viewer_audiences AND f.audience IN $viewer_audiences
ISSUES_
