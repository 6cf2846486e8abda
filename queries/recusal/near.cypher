// title: Who lives in one household with people today, and who held or led a firm at the same time as they
// params: people
// returns: near
// scope: system
RETURN COLLECT {
  UNWIND $people AS uid
  MATCH (me:Person {uid: uid})
  CALL (me) {
    MATCH (me)-[a:LIVES_IN]->(h:Household)<-[b:LIVES_IN]-(other:Person)
    WHERE held_on(a, TODAY_) AND held_on(b, TODAY_)
    RETURN 'HOUSEHOLD' AS kind, a, h AS between, b, other
    UNION ALL
    MATCH (me)-[a:HOLDS_SHARE|OFFICER_OF]->(f:Unit)<-[b:HOLDS_SHARE|OFFICER_OF]-(other:Person)
    WHERE coalesce(a.valid_from <= b.valid_to, true) AND coalesce(b.valid_from <= a.valid_to, true)
    RETURN 'SHARED_FIRM' AS kind, a, f AS between, b, other
  }
  WITH kind, a, between, b, other
  WHERE NOT other.uid IN $people
  RETURN [kind, other.uid, [[a.uid, a.audience], [between.uid, between.audience], [b.uid, b.audience], [other.uid, other.audience]]]
} AS near
