// title: How a ticket stands that the viewer may read, and which of the units that an act names have an information officer
// params: viewer_audiences, viewer_grants, uid, named
// returns: facts, items, last, named, task
// scope: shared
// The directory of the platform is for who sends its tickets, units included: a desk outside reads no register of units.
MATCH (m:Ticket {uid: $uid})
WHERE visible(m)
RETURN ticket_facts(m) AS facts, [] AS items, 0 AS last, COLLECT {
  UNWIND $named AS uid
  MATCH (n:Unit {uid: uid})
  WHERE 'SEND_TICKETS' IN $viewer_grants AND EXISTS { MATCH (n)<-[i:INFORMS_FOR]-(:Person)<-[:IS_PERSON]-(:Officer) WHERE held_on(i, TODAY_) }
  RETURN [n.uid, caption(n), null]
} AS named, m {.uid} AS task
