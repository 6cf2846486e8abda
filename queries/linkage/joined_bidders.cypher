// title: Bidders for one project that are joined 关联投标人
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: One names the firm {firm}, the other the firm {other_firm}; both bid for {project} and share {shared}
// because_zh: 一件涉及企业{firm}，另一件涉及企业{other_firm}；二者同投{project}，且共用{shared}
// weight: 0.92
// What joins rivals: a phone, an account or an address that both are registered with, or that their bids state. Who controls both is same_controller's.
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(f:Unit)<-[i:BID_BY]-(b:Bid)-[d:BID_FOR]->(p:Project)<-[e:BID_FOR]-(c:Bid)-[j:BID_BY]->(g:Unit)
WHERE f <> g AND visible(x, f, i, b) AND visible(d, p, e, c) AND visible(j, g)
CALL (f, g, b, c, i, j) {
  MATCH (f)-[k:USES_PHONE|USES_ACCOUNT|LOCATED_AT]->(t:Phone|Account|Place)<-[l:USES_PHONE|USES_ACCOUNT|LOCATED_AT]-(g)
  WHERE visible(k, t, l)
  RETURN t, [f, t, g] AS joined, [k, l] AS ties
  UNION ALL
  MATCH (b)-[k:CONTACT_AT|DEPOSIT_FROM]->(t:Phone|Account)<-[l:CONTACT_AT|DEPOSIT_FROM]-(c)
  WHERE visible(k, t, l)
  RETURN t, [f, b, t, c, g] AS joined, [i, k, l, j] AS ties
}
WITH m, x, f, p, g, t, joined, ties, COUNT { MATCH (t)<-[z:USES_PHONE|USES_ACCOUNT|LOCATED_AT|CONTACT_AT|DEPOSIT_FROM]-(o) WHERE visible(z, o) RETURN DISTINCT o } AS holders,
  COUNT { MATCH (g)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS degree
WHERE holders <= $hub_cap AND degree <= $hub_cap
WITH m, x, f, g, t, joined, ties, degree, min(coalesce(p.name, p.project_number)) AS project
MATCH (g)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other)
RETURN other, [m] + joined + [other] AS nodes, [x] + ties + [y] AS edges, degree + 1 AS degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {firm: coalesce(f.name, f.uscc), other_firm: coalesce(g.name, g.uscc), project: project, shared: coalesce(t.phone_number, t.account_number, t.address)} AS facts
