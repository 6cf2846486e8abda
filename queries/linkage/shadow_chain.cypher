// title: Shadow chain between cadre and firm 影子链条关联
// params: viewer_audiences, hub_cap
// returns: far, between, ties, certainty, facts
// scope: shared
// from: THING
// because: One names {cadre}, the other the firm {firm}; {cadre} is joined to {holder} ({tie: FirmTie} of the firm) over {chain}, and led {unit} when the firm won {won} there
// because_zh: 一件涉及{cadre}，另一件涉及企业{firm}；{cadre}经{chain}与该企业的{holder}（{tie: FirmTie}）相连，且在负责{unit}期间该企业中标或承接{won}
// weight: 0.85
// Who stands between may be no kin at all: a classmate, a driver, a relative's relative. Kin of the first degree are kin_firm's.
CALL (e) {
  MATCH (e:Person)-[h:HOLDS_POST]->(u:Unit)
  WHERE visible(h, u) AND leads(h)
  MATCH (e)-[k:KIN_OF|KNOWS]-(a:Person)
  WHERE visible(k, a) AND COUNT { MATCH (a)-[z:KIN_OF|KNOWS]-(o:Person) WHERE visible(z, o) RETURN o LIMIT $hub_cap + 1 } <= $hub_cap
  CALL (e, k, a) {
    WITH k, a WHERE type(k) = 'KNOWS'
    RETURN a AS q, [] AS beyond, [] AS further
    UNION ALL
    MATCH (a)-[l:KIN_OF|KNOWS]-(q:Person)
    WHERE q <> e AND visible(l, q)
    RETURN q, [q] AS beyond, [l] AS further
  }
  MATCH (q)-[s:HOLDS_SHARE|OFFICER_OF]->(f:Unit)
  WHERE visible(s, f)
  RETURN e AS c, h, u, k, a, beyond, further, q, s, f, f AS far
  UNION ALL
  MATCH (e:Unit)<-[s:HOLDS_SHARE|OFFICER_OF]-(q:Person)
  WHERE visible(s, q) AND EXISTS { MATCH (e)<-[w:AWARDED_TO|BID_BY|SIGNED_BY]-(b) WHERE visible(w, b) }
  CALL (q) {
    MATCH (q)-[k:KNOWS]-(c:Person)
    WHERE visible(k, c)
    RETURN c, k, q AS a, [] AS beyond, [] AS further
    UNION ALL
    MATCH (q)-[l:KIN_OF|KNOWS]-(a:Person)
    WHERE visible(l, a) AND COUNT { MATCH (a)-[z:KIN_OF|KNOWS]-(o:Person) WHERE visible(z, o) RETURN o LIMIT $hub_cap + 1 } <= $hub_cap
    MATCH (a)-[k:KIN_OF|KNOWS]-(c:Person)
    WHERE c <> q AND visible(k, c)
    RETURN c, k, a, [q] AS beyond, [l] AS further
  }
  MATCH (c)-[h:HOLDS_POST]->(u:Unit)
  WHERE visible(h, u) AND leads(h)
  RETURN c, h, u, k, a, beyond, further, q, s, e AS f, c AS far
}
WITH f, collect({cadre: c, post: h, unit: u, first: k, next: a, beyond: beyond, further: further, holder: q, share: s, far: far}) AS found
WITH f, found, COLLECT {
  MATCH (f)<-[w:AWARDED_TO]-(p:Project)-[t:TENDERED_BY]->(u:Unit)
  WHERE visible(w, p, t, u)
  RETURN {unit: u, won: coalesce(p.name, p.project_number), day: p.opened_on} AS win
  UNION
  MATCH (f)<-[w:BID_BY]-(b:Bid {won: true})-[d:BID_FOR]->(p:Project)-[t:TENDERED_BY]->(u:Unit)
  WHERE visible(w, b, d, p) AND visible(t, u)
  RETURN {unit: u, won: coalesce(p.name, p.project_number), day: p.opened_on} AS win
  UNION
  MATCH (f)<-[w:SIGNED_BY]-(p:Contract)-[t:SIGNED_BY]->(u:Unit)
  WHERE visible(w, p, t, u)
  RETURN {unit: u, won: coalesce(p.name, p.contract_number), day: p.signed_on} AS win
} AS wins
UNWIND found AS one
WITH f, wins, one, one.cadre AS c, one.post AS h
UNWIND [win IN wins WHERE win.unit = one.unit AND held_on(h, win.day)] AS win
WITH c, one.first AS k, one.next AS a, one.beyond AS beyond, one.further AS further, one.holder AS q, one.share AS s, f, one.far AS far,
  min([coalesce(toString(win.day), ''), coalesce(win.unit.name, win.unit.uscc), win.won]) AS business
WHERE NOT EXISTS { MATCH (c)-[r:KIN_OF]-(i:Person)-[v:HOLDS_SHARE|OFFICER_OF]->(f) WHERE visible(r, i, v) }
WITH c, q, s, f, far, business, [a] + beyond AS chain, [k] + further + [s] AS over
RETURN far, CASE far WHEN f THEN chain ELSE reverse(chain) END AS between, CASE far WHEN f THEN over ELSE reverse(over) END AS ties, 1.0 AS certainty,
  {cadre: coalesce(c.name, c.id_number), holder: coalesce(q.name, q.id_number), firm: coalesce(f.name, f.uscc), unit: business[1], won: business[2],
   chain: reduce(names = '', person IN chain | names + CASE names WHEN '' THEN '' ELSE ' – ' END + coalesce(person.name, person.id_number)),
   tie: CASE type(s) WHEN 'HOLDS_SHARE' THEN 'SHAREHOLDER' ELSE coalesce(s.role, 'OFFICER') END} AS facts
