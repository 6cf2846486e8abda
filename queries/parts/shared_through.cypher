// title: One matter names a thing, the other what is registered with it, for every rule that says `through`
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts, claim
// scope: shared
CALL (m, e, namers) {
  WITH m, e, size(namers) + 1 AS degree
  WHERE e:LABELS_ AND size(namers) > 0 AND size(namers) < $hub_cap
  WITH m, e, degree
  WHERE COUNT { MATCH (e)-[z:TYPES_]-(o:Entity) WHERE visible(z, o) RETURN DISTINCT o LIMIT $hub_cap + 1 } <= $hub_cap
  MATCH (e)-[k:TYPES_]-(h:Entity)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
  WHERE other <> m AND NOT (e:Vehicle AND h:Unit) AND visible(k, h, y, other)
  RETURN e AS thing, k, h AS holder, h AS far, y, other, degree
  UNION ALL
  MATCH (e)-[k:TYPES_]-(t:LABELS_)
  WHERE NOT (t:Vehicle AND e:Unit) AND visible(k, t)
  WITH m, e, k, t, namings_counted(t) AS counted
  WITH m, e, k, t, namers(t, counted) AS others
  WHERE size(others) > 0 AND size(others) < $hub_cap
  WITH m, e, k, t, others
  WHERE COUNT { MATCH (t)-[z:TYPES_]-(o:Entity) WHERE visible(z, o) RETURN DISTINCT o LIMIT $hub_cap + 1 } <= $hub_cap
  UNWIND others AS one
  WITH e, k, t, size(others) + 1 AS degree, one.matter AS other, one.namings AS those
  WHERE other <> m
  RETURN t AS thing, k, e AS holder, t AS far, surest(those) AS y, other, degree
}
RETURN other, [m, e, far, other] AS nodes, [x, k, y] AS edges, degree, THROUGH_CERTAINTY_ * coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {shared: CAPTION_E_, holder: CAPTION_H_} AS facts, CLAIM_ AS claim
