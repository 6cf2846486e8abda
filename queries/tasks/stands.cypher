// title: What a task or ticket is called, and the teams of who informs for the unit that has it
// params: uid
// returns: title, informers
// scope: system
MATCH (t:Task|Ticket {uid: $uid})
WITH t, COLLECT { MATCH (now:TaskStep {standing: t.uid}) RETURN now.holder }[0] AS holder
RETURN t.title AS title, informers_of(holder) AS informers
