// title: Units that a ticket may be sent to: those of the platform's directory, which is for who sends its tickets; what the ticket is on comes first
// params: viewer_audiences, viewer_grants, id
// returns: TicketRoute
// scope: shared
// tie: row.rank, row.name, row.id
MATCH (m:Ticket {uid: $id})
WHERE visible(m) AND 'SEND_TICKETS' IN $viewer_grants
MATCH (n:Unit)<-[i:INFORMS_FOR]-(:Person)<-[:IS_PERSON]-(:Officer)
WHERE held_on(i, TODAY_)
WITH DISTINCT m, n
WITH n, EXISTS { MATCH (m)-[x:NAMES]->(n) WHERE x.role = 'SUBJECT_UNIT' AND visible(x) } AS is_named
WITH {id: n.uid, name: caption(n), is_named: is_named, rank: CASE WHEN is_named THEN 0 ELSE 1 END} AS row
WHERE true
