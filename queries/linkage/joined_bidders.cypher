// title: Bidders for one project that are joined 关联投标人
// params: viewer_audiences, hub_cap
// returns: far, between, ties, certainty, facts
// scope: shared
// from: THING
// because: One names the firm {firm}, the other the firm {other_firm}; both bid for {project} and share {shared}
// because_zh: 一件涉及企业{firm}，另一件涉及企业{other_firm}；二者同投{project}，且共用{shared}
// weight: 0.92
// What joins rivals: a phone, an account or an address that both are registered with, or that their bids state. Who controls both is same_controller's.
MATCH (e:Unit)<-[i:BID_BY]-(b:Bid)-[d:BID_FOR]->(p:Project)<-[r:BID_FOR]-(c:Bid)-[j:BID_BY]->(far:Unit)
WHERE far <> e AND visible(i, b, d, p) AND visible(r, c, j, far)
CALL (e, far, b, c, i, j) {
  MATCH (e)-[k:USES_PHONE|USES_ACCOUNT|LOCATED_AT]->(t:Phone|Account|Place)<-[l:USES_PHONE|USES_ACCOUNT|LOCATED_AT]-(far)
  WHERE visible(k, t, l)
  RETURN t, [t] AS between, [k, l] AS ties
  UNION ALL
  MATCH (b)-[k:CONTACT_AT|DEPOSIT_FROM]->(t:Phone|Account)<-[l:CONTACT_AT|DEPOSIT_FROM]-(c)
  WHERE visible(k, t, l)
  RETURN t, [b, t, c] AS between, [i, k, l, j] AS ties
}
WITH e, far, p, t, between, ties
WHERE COUNT { MATCH (t)<-[z:USES_PHONE|USES_ACCOUNT|LOCATED_AT|CONTACT_AT|DEPOSIT_FROM]-(o) WHERE visible(z, o) RETURN DISTINCT o LIMIT $hub_cap + 1 } <= $hub_cap
WITH e, far, t, between, ties, min(coalesce(p.name, p.project_number)) AS project
RETURN far, between, ties, 1.0 AS certainty,
  {firm: coalesce(e.name, e.uscc), other_firm: coalesce(far.name, far.uscc), project: project, shared: coalesce(t.phone_number, t.account_number, t.address)} AS facts
