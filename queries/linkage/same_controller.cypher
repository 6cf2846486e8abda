// title: Two firms with one controller 同一控制人
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: One names the firm {firm}, the other the firm {other_firm}; {controller} has a say in both ({tie: FirmTie}, {other_tie: FirmTie})
// because_zh: 一件涉及企业{firm}，另一件涉及企业{other_firm}，二者均与{controller}有关（{tie: FirmTie}、{other_tie: FirmTie}）
// weight: 0.95
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(f:Unit)<-[k:HOLDS_SHARE|OFFICER_OF]-(p:Entity)-[l:HOLDS_SHARE|OFFICER_OF]->(g:Unit)
WHERE f <> g AND visible(x, f, k, p) AND visible(l, g)
WITH m, x, f, k, p, l, g, COUNT { MATCH (g)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } + 1 AS degree,
  COUNT { MATCH (p)-[z:HOLDS_SHARE|OFFICER_OF]->(o:Unit) WHERE visible(z, o) RETURN DISTINCT o } AS firms
WHERE degree <= $hub_cap AND firms <= $hub_cap
MATCH (g)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other)
RETURN other, [m, f, p, g, other] AS nodes, [x, k, l, y] AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {firm: coalesce(f.name, f.uscc), other_firm: coalesce(g.name, g.uscc), controller: coalesce(p.name, p.id_number, p.uscc),
   tie: CASE type(k) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(k.role, 'OFFICER') END,
   other_tie: CASE type(l) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(l.role, 'OFFICER') END} AS facts
