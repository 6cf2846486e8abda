// title: One matter names a thing, the other what is registered with it, for every rule that says `through`
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, claim, facts
// scope: shared
CALL (m) {
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:LABELS_)
  WHERE visible(x, e)
  WITH m, x, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } + 1 AS degree, COUNT { MATCH (e)-[z:TYPES_]-(o:Entity) WHERE visible(z, o) RETURN DISTINCT o } AS holders
  WHERE degree <= $hub_cap AND holders <= $hub_cap
  MATCH (e)-[k:TYPES_]-(h:Entity)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
  WHERE other <> m AND NOT (e:Vehicle AND h:Unit) AND visible(k, h, y, other)
  RETURN x, e, k, h, y, other, degree, [m, e, h, other] AS nodes
  UNION ALL
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(h:Entity)-[k:TYPES_]-(e:LABELS_)
  WHERE NOT (e:Vehicle AND h:Unit) AND visible(x, h, k, e)
  WITH m, x, h, k, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } + 1 AS degree, COUNT { MATCH (e)-[z:TYPES_]-(o:Entity) WHERE visible(z, o) RETURN DISTINCT o } AS holders
  WHERE degree <= $hub_cap AND holders <= $hub_cap
  MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
  WHERE other <> m AND visible(y, other)
  RETURN x, e, k, h, y, other, degree, [m, h, e, other] AS nodes
}
RETURN other, nodes, [x, k, y] AS edges, degree, THROUGH_CERTAINTY_ * coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  CLAIM_ AS claim, {shared: CAPTION_E_, holder: CAPTION_H_} AS facts
