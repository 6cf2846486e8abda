// title: Who held which post in these units, and when
// params: units
// returns: rows
// scope: system
UNWIND $units AS uid
MATCH (u:Unit {uid: uid})<-[h:HOLDS_POST]-(p:Person)
WHERE p.id_number IS NOT NULL AND h.start_home IS NULL
RETURN collect([p.uid, u.uid, h.post, h.valid_from, h.valid_to]) AS rows
