// title: Which of these matters the viewer may read, in the order in which they are given
// params: viewer_audiences, uids
// returns: uids
// scope: shared
UNWIND range(0, size($uids) - 1) AS place
MATCH (m:Clue|Ticket|AuditFinding|InspectionIssue|Alert {uid: $uids[place]})
WHERE visible(m)
WITH m.uid AS uid ORDER BY place
RETURN collect(uid) AS uids
