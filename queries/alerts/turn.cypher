// title: Let one check of an alert after the other: its number and time, and the request that this client's key stands for already
// params: key
// returns: number, at, known
// scope: system
MERGE (b:CheckBook {uid: 'checks'})
SET b.last = coalesce(b.last, 0) + 1
RETURN b.last AS number, toString(datetime()) AS at, COLLECT { MATCH (k:AlertCheck {client_key: $key}) RETURN k.request }[0] AS known
