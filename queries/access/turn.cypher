// title: Let a request for access come once by its client's key: the one that is there already
// params: key
// returns: uid, request
// scope: system
MERGE (b:AccessBook {uid: 'access'})
SET b.last = coalesce(b.last, 0) + 1
WITH b
RETURN COLLECT { MATCH (r:AccessRequest {client_key: $key}) RETURN r.uid }[0] AS uid, COLLECT { MATCH (r:AccessRequest {client_key: $key}) RETURN r.request }[0] AS request
