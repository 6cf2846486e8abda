// title: Kin of a person named in the other matter 亲属关系
// params: viewer_audiences
// returns: far, between, ties, certainty, facts
// scope: shared
// from: THING
// because: This one names {shared}, the other names {relative}; the two are registered as kin ({relation: KinRelation})
// because_zh: 本件涉及{shared}，另一件涉及{relative}，二人登记为亲属（{relation: KinRelation}）
// weight: 0.22
MATCH (e:Person)-[k:KIN_OF]-(far:Person)
WHERE visible(k, far)
RETURN far, [] AS between, [k] AS ties, 1.0 AS certainty,
  {shared: coalesce(e.name, e.id_number), relative: coalesce(far.name, far.id_number), relation: k.relation} AS facts
