// title: Relationships at home with these people that rows of these sources state, or that refer to a key of another source
// params: uids, sources
// returns: home, uid, type, starts, source, key, refers, tells, is_reference
// scope: system
UNWIND $uids AS uid
MATCH (n:Person {uid: uid})
MATCH (at:Person {uid: coalesce(n.survivor, n.uid)})-[r]-()
WHERE r.source IN $sources OR r.refers IS NOT NULL
UNWIND CASE WHEN startNode(r) = endNode(r) THEN [true, false] ELSE [startNode(r) = at] END AS starts
WITH n, at, r, starts
WHERE CASE WHEN starts THEN coalesce(r.start_home, at.uid) ELSE coalesce(r.end_home, at.uid) END = n.uid
RETURN n.uid AS home, r.uid AS uid, type(r) AS type, starts, r.source AS source, r.source_key AS key,
  CASE WHEN r.refers_end IS NULL OR starts THEN r.refers ELSE r.refers_end END AS refers,
  r.refers_at IS NOT NULL AS tells, coalesce(r.refers_at IN ['both', CASE WHEN starts THEN 'start' ELSE 'end' END], false) AS is_reference
