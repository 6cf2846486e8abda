// title: A firm here, its controller there 企业与其控制人
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: One names the firm {firm}, the other names {controller}, who controls it ({tie: FirmTie})
// because_zh: 一件涉及企业{firm}，另一件涉及其控制人{controller}（{tie: FirmTie}）
// weight: 0.6
CALL (m) {
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(f:Unit)<-[k:HOLDS_SHARE|OFFICER_OF]-(p:Entity)
  WHERE visible(x, f, k, p)
  RETURN x, f, k, p, p AS far
  UNION ALL
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(p:Entity)-[k:HOLDS_SHARE|OFFICER_OF]->(f:Unit)
  WHERE visible(x, p, k, f)
  RETURN x, f, k, p, f AS far
}
WITH m, x, f, k, p, far, COUNT { MATCH (far)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } + 1 AS degree
WHERE degree <= $hub_cap
MATCH (far)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other)
RETURN other, [m, CASE WHEN far = p THEN f ELSE p END, far, other] AS nodes, [x, k, y] AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {firm: coalesce(f.name, f.uscc), controller: coalesce(p.name, p.id_number, p.uscc),
   tie: CASE type(k) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(k.role, 'OFFICER') END} AS facts
