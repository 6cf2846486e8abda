// title: Matters that name the same thing as m, for every rule that says `shares`
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, claim, facts
// scope: shared
MATCH (m)-[x:NAMES]->(e:LABELS_)
WHERE x.audience IN $viewer_audiences AND e.audience IN $viewer_audiences
WITH m, x, e, COUNT { MATCH (e)<-[z:NAMES]-(o:Matter) WHERE z.audience IN $viewer_audiences AND o.audience IN $viewer_audiences RETURN DISTINCT o } AS degree
WHERE degree <= $hub_cap
MATCH (e)<-[y:NAMES]-(other:Matter)
WHERE other <> m AND y.audience IN $viewer_audiences AND other.audience IN $viewer_audiences
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  CLAIM_ AS claim, {shared: CAPTION_E_, here: x.role, there: y.role, degree: degree} AS facts
