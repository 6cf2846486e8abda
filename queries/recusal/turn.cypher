// title: Let one declaration of recusal come after the other: the one of its client's key, and the one that stands on the matter
// params: key, officer, matter
// returns: uid, request, standing
// scope: system
MERGE (b:RecusalBook {uid: 'recusals'})
SET b.last = coalesce(b.last, 0) + 1
WITH b
RETURN COLLECT { MATCH (k:Recusal {client_key: $key}) RETURN k.uid }[0] AS uid, COLLECT { MATCH (k:Recusal {client_key: $key}) RETURN k.request }[0] AS request,
  EXISTS { MATCH (k:Recusal {by: $officer, matter: $matter}) WHERE k.state IN ['WAITING', 'ACCEPTED'] } AS standing
