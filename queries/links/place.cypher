// title: Keep where links of these matters come in lists, the newest first: their matters may bear another day or number now
// params: uids
// returns: placed
// scope: system
UNWIND $uids AS uid
MATCH (:MATTERS_ {uid: uid})<-[:JOINS]-(l:Link)
WITH DISTINCT l
MATCH (one)<-[:JOINS {place: 0}]-(l)-[:JOINS {place: 1}]->(other)
WITH l, newest_place(l.proposed_at, l.rule) + '\u0001' + natural_place(Matter, one, other) AS place
WHERE l.place IS NULL OR l.place <> place
SET l.place = place
RETURN count(l) AS placed
