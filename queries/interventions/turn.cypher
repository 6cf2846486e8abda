// title: Let one record of the register come after the other: its number, the seal before it, its time, and the record of this client's key
// params: key
// returns: number, previous, at, known
// scope: system
MERGE (b:InterventionBook {uid: 'interventions'})
SET b.turns = coalesce(b.turns, 0) + 1
RETURN coalesce(b.last, 0) + 1 AS number, b.seal AS previous, toString(datetime()) AS at,
  COLLECT { MATCH (k:Intervention {client_key: $key}) RETURN {uid: k.uid, request: k.request} }[0] AS known
