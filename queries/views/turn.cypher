// title: Let one act on saved views come after the other: its time, and the view of the act that this client's key stands for already
// params: key
// returns: at, known
// scope: system
MERGE (b:ViewBook {uid: 'views'})
SET b.turns = coalesce(b.turns, 0) + 1
RETURN toString(datetime()) AS at, COLLECT { MATCH (a:ViewAct {client_key: $key}) RETURN {view: a.view, request: a.request} }[0] AS known
