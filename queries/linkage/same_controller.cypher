// title: Two firms with one controller 同一控制人
// params: viewer_audiences, hub_cap
// returns: far, between, ties, certainty, facts
// scope: shared
// from: THING
// because: One names the firm {firm}, the other the firm {other_firm}; {controller} has a say in both ({tie: FirmTie}, {other_tie: FirmTie})
// because_zh: 一件涉及企业{firm}，另一件涉及企业{other_firm}，二者均与{controller}有关（{tie: FirmTie}、{other_tie: FirmTie}）
// weight: 0.95
MATCH (e:Unit)<-[k:HOLDS_SHARE|OFFICER_OF]-(p:Entity)-[l:HOLDS_SHARE|OFFICER_OF]->(far:Unit)
WHERE far <> e AND visible(k, p, l, far)
  AND COUNT { MATCH (p)-[z:HOLDS_SHARE|OFFICER_OF]->(o:Unit) WHERE visible(z, o) RETURN DISTINCT o } <= $hub_cap
RETURN far, [p] AS between, [k, l] AS ties,
  reduce(certainty = 1.0, tie IN [k, l] | certainty * CASE WHEN tie.ratio < SMALL_SHARE_ THEN SMALL_CERTAINTY_ ELSE 1.0 END) AS certainty,
  {firm: coalesce(e.name, e.uscc), other_firm: coalesce(far.name, far.uscc), controller: coalesce(p.name, p.id_number, p.uscc),
   tie: CASE type(k) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(k.role, 'OFFICER') END,
   other_tie: CASE type(l) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(l.role, 'OFFICER') END} AS facts
