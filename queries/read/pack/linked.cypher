// title: What the inspection and the register hold of the same kind as the findings of a pack, finding by finding
// params: viewer_audiences, findings
// returns: Pack
// scope: shared
// tie: row.place
UNWIND range(0, size($findings) - 1) AS place
MATCH (f:AuditFinding)
WHERE is_at(f, $findings[place].at) AND visible(f)
MATCH (u:Unit)
WHERE is_at(u, $findings[place].unit) AND visible(u)
ISSUES_
RETURN collect({of: row.finding.uid, repeated: row.repeated, reason: row.reason, issues: [i IN row.issues | i.uid], clues: [c IN row.clues | c.uid]}) AS rows
