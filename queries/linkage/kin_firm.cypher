// title: The firm of a cadre's kin 干部亲属的企业
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: One names {cadre}, the other the firm {firm} of {relative} ({tie: FirmTie}), which did business with a unit of {cadre}; the two are registered as kin ({relation: KinRelation})
// because_zh: 一件涉及{cadre}，另一件涉及其亲属{relative}（{relation: KinRelation}）的企业{firm}（{tie: FirmTie}），该企业与{cadre}任职单位有业务往来
// weight: 0.95
CALL (m) {
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(c:Person)-[r:KIN_OF]-(q:Person)-[k:HOLDS_SHARE|OFFICER_OF]->(f:Unit)
  WHERE visible(x, c, r, q) AND visible(k, f) AND EXISTS {
    MATCH (c)-[h:HOLDS_POST]->(u:Unit)<-[t:TENDERED_BY]-(p:Project)<-[d:BID_FOR]-(b:Bid)-[w:BID_BY]->(f)
    WHERE visible(h, u, t, p) AND visible(d, b, w)
    UNION
    MATCH (c)-[h:HOLDS_POST]->(u:Unit)<-[t:SIGNED_BY]-(s:Contract)-[w:SIGNED_BY]->(f)
    WHERE visible(h, u, t) AND visible(s, w)
  }
  RETURN x, c, r, q, k, f, f AS far
  UNION ALL
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(f:Unit)<-[k:HOLDS_SHARE|OFFICER_OF]-(q:Person)-[r:KIN_OF]-(c:Person)
  WHERE visible(x, c, r, q) AND visible(k, f) AND EXISTS {
    MATCH (c)-[h:HOLDS_POST]->(u:Unit)<-[t:TENDERED_BY]-(p:Project)<-[d:BID_FOR]-(b:Bid)-[w:BID_BY]->(f)
    WHERE visible(h, u, t, p) AND visible(d, b, w)
    UNION
    MATCH (c)-[h:HOLDS_POST]->(u:Unit)<-[t:SIGNED_BY]-(s:Contract)-[w:SIGNED_BY]->(f)
    WHERE visible(h, u, t) AND visible(s, w)
  }
  RETURN x, c, r, q, k, f, c AS far
}
WITH m, x, c, r, q, k, f, far, COUNT { MATCH (far)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } + 1 AS degree
WHERE degree <= $hub_cap
MATCH (far)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other)
RETURN other, CASE WHEN far = f THEN [m, c, q, f, other] ELSE [m, f, q, c, other] END AS nodes,
  CASE WHEN far = f THEN [x, r, k, y] ELSE [x, k, r, y] END AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {cadre: coalesce(c.name, c.id_number), relative: coalesce(q.name, q.id_number), firm: coalesce(f.name, f.uscc), relation: r.relation,
   tie: CASE type(k) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(k.role, 'OFFICER') END} AS facts
