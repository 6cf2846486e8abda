// title: Every pair of matters that name one thing: how many such things, and the same weighed by how few others name them
// params: uids
// returns: one, other, shared, adamic_adar
MATCH (e:Entity)
WITH e, COLLECT { MATCH (e)<-[:NAMES|NAMES_IN_TEXT]-(m:Matter) WHERE m.uid IN $uids RETURN DISTINCT m.uid } AS uids
WHERE size(uids) > 1
UNWIND uids AS one
UNWIND uids AS other
WITH one, other, size(uids) AS degree WHERE one < other
RETURN one, other, count(*) AS shared, sum(1.0 / log(degree)) AS adamic_adar
