// title: What came to a unit in a time, from whichever channel: rounds, audits, matters on it, recommendations, checks of its list, tickets sent to it
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes, unit, since, until, most
// returns: unit, contacts
// scope: own
// tie: row.since
MATCH (u:Unit {uid: $unit})
WHERE visible(u)
CALL (u) {
  MATCH (r:InspectionRound)-[s:INSPECTS]->(u)
  WHERE visible(r, s) AND r.begins_on <= date($until) AND coalesce(r.ends_on >= date($since), true)
  RETURN {what: 'ROUND', channel: 'INSPECTION_TOUR', on: toString(r.begins_on), until: toString(r.ends_on), called: r.round_code, problem: null} AS contact LIMIT $most
  UNION ALL
  MATCH (r:AuditReport)-[s:AUDITED]->(u)
  WHERE visible(r, s) AND r.issued_on >= date($since) AND r.issued_on <= date($until)
  RETURN {what: 'AUDIT', channel: 'AUDIT', on: toString(r.issued_on), until: null, called: r.report_number, problem: null} AS contact LIMIT $most
  UNION ALL
  MATCH (m:Matter)-[x:NAMES {role: 'SUBJECT_UNIT'}]->(u)
  WHERE visible(m, x) AND coalesce(x.certainty, 1.0) = 1.0
  WITH DISTINCT m, came_on(m) AS day
  WHERE day >= date($since) AND day <= date($until)
  RETURN {what: 'MATTER', channel: m.channel, on: toString(day), until: null, called: m.number, problem: m.problem} AS contact LIMIT $most
  UNION ALL
  MATCH (t:Task)
  WHERE t.unit = u.uid AND is_of_task(t)
  MATCH (s:TaskStep {of: t.uid})
  WHERE s.act IN ['SERVE', 'CHECK_GOOD', 'CHECK_PROBLEM', 'CHECK_ITEM'] AND s.on >= date($since) AND s.on <= date($until)
  RETURN {what: CASE s.act WHEN 'SERVE' THEN 'RECOMMENDATION' ELSE 'CHECK' END, channel: null, on: toString(s.on), until: null, called: t.title, problem: null} AS contact LIMIT $most
  UNION ALL
  MATCH (s:TaskStep {holder: u.uid, act: 'SEND'})
  MATCH (m:Ticket {uid: s.of})
  WHERE visible(m) AND s.on >= date($since) AND s.on <= date($until)
  RETURN {what: 'TICKET', channel: 'PALM', on: toString(s.on), until: null, called: m.number, problem: null} AS contact LIMIT $most
}
WITH u, contact ORDER BY contact.on, contact.what, contact.called LIMIT $most
RETURN u.uid AS unit, collect(contact) AS contacts
