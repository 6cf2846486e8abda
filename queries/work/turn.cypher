// title: Let one act on a clue after the other: its number and time, and the act that this client's key stands for already
// params: uid, key
// returns: number, at, known
// scope: system
MERGE (b:ClueBook {uid: $uid})
SET b.last = coalesce(b.last, 0) + 1
RETURN b.last AS number, toString(datetime()) AS at, COLLECT { MATCH (s:ClueStep {client_key: $key}) RETURN s.request }[0] AS known
