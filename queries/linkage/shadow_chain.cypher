// title: Shadow chain between cadre and firm 影子链条关联
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: One names {cadre}, the other the firm {firm}; {cadre} is joined to {holder} ({tie: FirmTie} of the firm) over {chain}, and led {unit} when the firm won {won} there
// because_zh: 一件涉及{cadre}，另一件涉及企业{firm}；{cadre}经{chain}与该企业的{holder}（{tie: FirmTie}）相连，且在负责{unit}期间该企业中标或承接{won}
// weight: 0.85
// Who stands between may be no kin at all: a classmate, a driver, a relative's relative. Kin of the first degree are kin_firm's.
CALL (m) {
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(c:Person)-[h:HOLDS_POST]->(u:Unit)
  WHERE visible(x, c, h, u) AND leads(h)
  MATCH (c)-[k:KIN_OF|KNOWS]-(a:Person)
  WHERE visible(k, a) AND COUNT { MATCH (a)-[z:KIN_OF|KNOWS]-(o:Person) WHERE visible(z, o) RETURN o } <= $hub_cap
  CALL (c, k, a) {
    WITH k, a WHERE type(k) = 'KNOWS'
    RETURN a AS q, [] AS beyond, [] AS further
    UNION ALL
    MATCH (a)-[l:KIN_OF|KNOWS]-(q:Person)
    WHERE q <> c AND visible(l, q)
    RETURN q, [q] AS beyond, [l] AS further
  }
  MATCH (q)-[s:HOLDS_SHARE|OFFICER_OF]->(f:Unit)
  WHERE visible(s, f)
  RETURN x, c, h, u, k, a, beyond, further, q, s, f, f AS far
  UNION ALL
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(f:Unit)<-[s:HOLDS_SHARE|OFFICER_OF]-(q:Person)
  WHERE visible(x, f, s, q)
  CALL (q) {
    MATCH (q)-[k:KNOWS]-(c:Person)
    WHERE visible(k, c)
    RETURN c, k, q AS a, [] AS beyond, [] AS further
    UNION ALL
    MATCH (q)-[l:KIN_OF|KNOWS]-(a:Person)
    WHERE visible(l, a) AND COUNT { MATCH (a)-[z:KIN_OF|KNOWS]-(o:Person) WHERE visible(z, o) RETURN o } <= $hub_cap
    MATCH (a)-[k:KIN_OF|KNOWS]-(c:Person)
    WHERE c <> q AND visible(k, c)
    RETURN c, k, a, [q] AS beyond, [l] AS further
  }
  MATCH (c)-[h:HOLDS_POST]->(u:Unit)
  WHERE visible(h, u) AND leads(h)
  RETURN x, c, h, u, k, a, beyond, further, q, s, f, c AS far
}
CALL (h, u, f) {
  MATCH (u)<-[t:TENDERED_BY]-(p:Project)-[w:AWARDED_TO]->(f)
  WHERE visible(t, p, w) AND held_on(h, p.opened_on)
  RETURN coalesce(p.name, p.project_number) AS won, p.opened_on AS day
  UNION
  MATCH (u)<-[t:TENDERED_BY]-(p:Project)<-[d:BID_FOR]-(b:Bid {won: true})-[w:BID_BY]->(f)
  WHERE visible(t, p, d, b) AND visible(w) AND held_on(h, p.opened_on)
  RETURN coalesce(p.name, p.project_number) AS won, p.opened_on AS day
  UNION
  MATCH (u)<-[t:SIGNED_BY]-(p:Contract)-[w:SIGNED_BY]->(f)
  WHERE visible(t, p, w) AND held_on(h, p.signed_on)
  RETURN coalesce(p.name, p.contract_number) AS won, p.signed_on AS day
}
WITH m, x, c, k, a, beyond, further, q, s, f, far, min([coalesce(toString(day), ''), coalesce(u.name, u.uscc), won]) AS business
WHERE NOT EXISTS { MATCH (c)-[r:KIN_OF]-(i:Person)-[v:HOLDS_SHARE|OFFICER_OF]->(f) WHERE visible(r, i, v) }
WITH m, x, c, k, a, beyond, further, q, s, f, far, business, COUNT { MATCH (far)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS degree
WHERE degree <= $hub_cap
MATCH (far)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other)
WITH x, y, c, q, s, f, far, business, other, degree, [m, c, a] + beyond + [f, other] AS from_cadre, [x, k] + further + [s, y] AS over,
  reduce(names = '', person IN [a] + beyond | names + CASE names WHEN '' THEN '' ELSE ' – ' END + coalesce(person.name, person.id_number)) AS chain
RETURN other, CASE far WHEN f THEN from_cadre ELSE [from_cadre[0]] + reverse(from_cadre[1..-1]) + [other] END AS nodes,
  CASE far WHEN f THEN over ELSE [x] + reverse(over[1..-1]) + [y] END AS edges, degree + 1 AS degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {cadre: coalesce(c.name, c.id_number), holder: coalesce(q.name, q.id_number), firm: coalesce(f.name, f.uscc), unit: business[1], won: business[2], chain: chain,
   tie: CASE type(s) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(s.role, 'OFFICER') END} AS facts
