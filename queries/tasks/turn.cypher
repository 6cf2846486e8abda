// title: Let one act on a task come after the other: its number and time, and the act that this client's key stands for already
// params: uid, key
// returns: number, at, known, task
// scope: system
MERGE (b:TaskBook {uid: $uid})
SET b.last = coalesce(b.last, 0) + 1
RETURN b.last AS number, toString(datetime()) AS at, COLLECT { MATCH (s:TaskStep {client_key: $key}) RETURN s.request }[0] AS known,
  COLLECT { MATCH (s:TaskStep {client_key: $key}) RETURN s.of }[0] AS task
