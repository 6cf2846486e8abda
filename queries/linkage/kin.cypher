// title: Kin of a person named in the other matter 亲属关系
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: This one names {shared}, the other names {relative}; the two are registered as kin ({relation: KinRelation})
// because_zh: 本件涉及{shared}，另一件涉及{relative}，二人登记为亲属（{relation: KinRelation}）
// weight: 0.22
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Person)-[k:KIN_OF]-(f:Person)
WHERE visible(x, e, k, f)
WITH m, x, e, k, f, COUNT { MATCH (f)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } + 1 AS degree
WHERE degree <= $hub_cap
MATCH (f)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other)
RETURN other, [m, e, f, other] AS nodes, [x, k, y] AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {shared: coalesce(e.name, e.id_number), relative: coalesce(f.name, f.id_number), relation: k.relation} AS facts
