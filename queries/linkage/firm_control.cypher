// title: A firm here, its controller there 企业与其控制人
// params: viewer_audiences
// returns: far, between, ties, certainty, facts
// scope: shared
// from: THING
// because: One names the firm {firm}, the other names {controller}, who controls it ({tie: FirmTie})
// because_zh: 一件涉及企业{firm}，另一件涉及其控制人{controller}（{tie: FirmTie}）
// weight: 0.6
CALL (e) {
  MATCH (e:Unit)<-[k:HOLDS_SHARE|OFFICER_OF]-(p:Entity)
  WHERE visible(k, p)
  RETURN e AS f, k, p, p AS far
  UNION ALL
  MATCH (e)-[k:HOLDS_SHARE|OFFICER_OF]->(f:Unit)
  WHERE visible(k, f)
  RETURN f, k, e AS p, f AS far
}
RETURN far, [] AS between, [k] AS ties, CASE WHEN k.ratio < SMALL_SHARE_ THEN SMALL_CERTAINTY_ ELSE 1.0 END AS certainty,
  {firm: coalesce(f.name, f.uscc), controller: coalesce(p.name, p.id_number, p.uscc),
   tie: CASE type(k) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(k.role, 'OFFICER') END} AS facts
