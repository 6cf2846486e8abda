// title: Audit reports
// params: viewer_audiences
// returns: AuditReport
// scope: shared
// filter id ID: n.KEY_ = $id -- The audit with this id AuditReport 标识
// filter number String: n.report_number = $number -- Document number of the report 报告文号
// filter unit ID: EXISTS { (n)-[a:AUDITED]->(u:Unit {uid: $unit}) WHERE visible(a, u) } -- Reports on this unit 被审计单位
// order NEWEST: n.issued_on DESC date -- Newest report first
MATCH (n:AuditReport)
WHERE visible(n)
