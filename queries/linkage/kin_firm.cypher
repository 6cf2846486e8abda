// title: The firm of a cadre's kin 干部亲属的企业
// params: viewer_audiences
// returns: far, between, ties, certainty, facts
// scope: shared
// from: THING
// because: One names {cadre}, the other the firm {firm} of {relative} ({tie: FirmTie}), which did business with a unit of {cadre}; the two are registered as kin ({relation: KinRelation})
// because_zh: 一件涉及{cadre}，另一件涉及其亲属{relative}（{relation: KinRelation}）的企业{firm}（{tie: FirmTie}），该企业与{cadre}任职单位有业务往来
// weight: 0.95
CALL (e) {
  MATCH (e:Person)-[r:KIN_OF]-(q:Person)-[k:HOLDS_SHARE|OFFICER_OF]->(f:Unit)
  WHERE visible(r, q, k, f)
  RETURN e AS c, q, f, r, k, f AS far, [r, k] AS ties
  UNION ALL
  MATCH (e:Unit)<-[k:HOLDS_SHARE|OFFICER_OF]-(q:Person)-[r:KIN_OF]-(c:Person)
  WHERE visible(k, q, r, c)
  RETURN c, q, e AS f, r, k, c AS far, [k, r] AS ties
}
WITH f, collect({cadre: c, kin: q, relation: r, tie: k, far: far, ties: ties}) AS found
WITH f, found, COLLECT {
  MATCH (f)<-[w:BID_BY]-(b:Bid)-[d:BID_FOR]->(p:Project)-[t:TENDERED_BY]->(u:Unit)
  WHERE visible(w, b, d, p) AND visible(t, u)
  RETURN u
  UNION
  MATCH (f)<-[w:SIGNED_BY]-(s:Contract)-[t:SIGNED_BY]->(u:Unit)
  WHERE visible(w, s, t, u)
  RETURN u
} AS clients
UNWIND found AS one
WITH f, clients, one.cadre AS c, one.kin AS q, one.relation AS r, one.tie AS k, one.far AS far, one.ties AS ties
WHERE size(clients) > 0 AND EXISTS { MATCH (c)-[h:HOLDS_POST]->(u:Unit) WHERE visible(h, u) AND u IN clients }
RETURN far, [q] AS between, ties, 1.0 AS certainty,
  {cadre: coalesce(c.name, c.id_number), relative: coalesce(q.name, q.id_number), firm: coalesce(f.name, f.uscc), relation: r.relation,
   tie: CASE type(k) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(k.role, 'OFFICER') END} AS facts
