// title: Matters that name the same thing as m, for every rule that says `shares`
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, claim, facts
// scope: shared
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:LABELS_)
WHERE visible(x, e)
WITH m, x, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS degree
WHERE degree <= $hub_cap
MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other)
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  CLAIM_ AS claim, {shared: CAPTION_E_, here: x.role, there: y.role, degree: degree} AS facts
