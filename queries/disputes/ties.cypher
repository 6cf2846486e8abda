// title: Relationships at home with these people that rows of these sources state, or that refer to a key of another source
// params: uids, sources
// returns: home, uid, type, starts, source, key, refers
// scope: system
UNWIND $uids AS uid
MATCH (n:Person {uid: uid})
MATCH (at:Person {uid: coalesce(n.survivor, n.uid)})-[r]-()
WHERE r.source IN $sources OR r.refers IS NOT NULL
WITH n, at, r, startNode(r) = at AS starts
WHERE CASE WHEN starts THEN coalesce(r.start_home, at.uid) ELSE coalesce(r.end_home, at.uid) END = n.uid
RETURN n.uid AS home, r.uid AS uid, type(r) AS type, starts, r.source AS source, r.source_key AS key,
  CASE WHEN r.refers_end IS NULL OR starts THEN r.refers ELSE r.refers_end END AS refers
