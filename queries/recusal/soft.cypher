// title: Which of some people worked in one unit with others at the same time, are of one village with them, or know them
// params: people, subjects
// returns: near
// scope: system
RETURN COLLECT {
  UNWIND $people AS uid
  UNWIND $subjects AS subject
  MATCH (me:Person {uid: uid})
  MATCH (other:Person {uid: subject})
  WHERE me <> other
  CALL (me, other) {
    MATCH (me)-[a:HOLDS_POST]->(u:Unit)<-[b:HOLDS_POST]-(other)
    WHERE coalesce(a.valid_from <= b.valid_to, true) AND coalesce(b.valid_from <= a.valid_to, true)
    RETURN 'COLLEAGUE' AS kind, [[a.uid, a.audience], [u.uid, u.audience], [b.uid, b.audience], [other.uid, other.audience]] AS via
    UNION
    // The code of a village has twelve digits; those of a township and above end in three noughts.
    WITH me, other WHERE me.area_code = other.area_code AND me.area_code =~ '[0-9]{12}' AND NOT me.area_code ENDS WITH '000'
    RETURN 'SAME_VILLAGE' AS kind, [[other.uid, other.audience]] AS via
    UNION
    MATCH (me)-[k:KNOWS]-(other)
    RETURN 'ACQUAINTED' AS kind, [[k.uid, k.audience], [other.uid, other.audience]] AS via
  }
  RETURN [kind, subject, via]
} AS near
