// title: Audit findings of one unit and the units directly under it, with the issues and clues that belong with each
// params: viewer_audiences, unit
// returns: AuditLinkedIssue
// scope: shared
// tie: AuditFinding row.finding, Unit row.unit
// order RANK: row.rank ASC -- Repeated findings first, then those with issues of the same kind
MATCH (asked:Unit {KEY_: $unit})
WHERE visible_itself(asked)
MATCH (a:Unit {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(a)
// rows: a
MATCH (a)<-[s:UNDER*0..1]-(u:Unit)<-[x:NAMES {role: 'SUBJECT_UNIT'}]-(f:AuditFinding)
WHERE all(each IN s WHERE visible(each)) AND visible(u)
  AND visible(x, f)
ISSUES_
