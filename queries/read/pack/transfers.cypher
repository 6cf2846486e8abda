// title: What of a pack was handed over to the register, and whether the receiving side has registered or answered it
// params: viewer_audiences, matters, clues, on, echo_days, most
// returns: Pack
// scope: shared
// tie: row.place
CALL () {
  UNWIND $matters AS each
  MATCH (m:AuditFinding|InspectionIssue)
  WHERE is_at(m, each) AND visible(m)
  MATCH (m)-[h:HANDED_OVER_AS]->(c:Clue)
  WHERE visible(h, c) AND coalesce(c.received_on <= date($on), true)
  RETURN c, m
  UNION
  UNWIND $clues AS each
  MATCH (c:Clue)
  WHERE is_at(c, each) AND visible(c)
  RETURN c, null AS m
}
WITH c, m ORDER BY m.number, known_by(m)
WITH c, collect(DISTINCT m.uid) AS handed_over
ORDER BY natural_order(Clue, c) LIMIT $most + 1
WITH c, handed_over, COLLECT {
  MATCH (c)<-[fired:FIRED_ON]-(a:Alert)
  WHERE visible(fired, a) AND a.model = 'C5' AND coalesce(alert_state(a) <> 'DISMISSED', true)
  WITH DISTINCT a ORDER BY natural_order(Alert, a) LIMIT 1
  RETURN address(a)
}[0] AS alert
WITH collect({at: address(c), number: c.number, day: toString(c.received_on), amount_fen: c.amount_fen, handed_over: handed_over, alert: alert, registered: c.accepted_number, answered_on: toString(c.answered_on),
  waits: coalesce(lacks_echo(c, $echo_days, date($on)), false)}) AS rows
// A register that notes no answer at all cannot say that one is missing.
RETURN rows, size(rows) > 0 AND EXISTS { MATCH (o:Clue) WHERE visible(o) AND (o.accepted_number IS NOT NULL OR o.answered_on IS NOT NULL) } AS answers_are_noted
