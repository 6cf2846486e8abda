// title: Who uses these phones; a number that many use tells nobody apart
// params: phones, cap
// returns: rows
// scope: system
UNWIND $phones AS uid
MATCH (f:Phone {uid: uid})
WHERE COUNT { (f)<-[:USES_PHONE]-() } <= $cap
MATCH (f)<-[h:USES_PHONE]-(p:Person)
WHERE p.id_number IS NOT NULL AND h.start_home IS NULL
RETURN collect([p.uid, f.uid]) AS rows
