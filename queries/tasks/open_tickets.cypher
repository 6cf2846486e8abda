// title: Tickets of the platform whose life is not over, so many after the one with this uid, with the teams of who informs for the unit that has each
// params: after, bound, over
// returns: rows
// scope: system
MATCH (m:Ticket)
WHERE m.uid > $after AND CASE
  WHEN EXISTS { MATCH (:TaskStep {standing: m.uid}) } THEN EXISTS { MATCH (now:TaskStep {standing: m.uid}) WHERE now.stands_at IS NOT NULL }
  ELSE coalesce(NOT m.state IN $over, true) END
WITH m, COLLECT { MATCH (now:TaskStep {standing: m.uid}) RETURN now.holder }[0] AS holder ORDER BY m.uid LIMIT $bound
RETURN collect([m.uid, m.number, ticket_facts(m), informers_of(holder)]) AS rows
