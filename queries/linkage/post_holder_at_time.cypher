// title: In post when it was found 事发时任职
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: One names {holder}, who was {post} of {unit} at the time of {finding} ({day}), a finding there; both tell of {problem: Problem}
// because_zh: 一件反映{holder}，其时任{unit}{post}；另一件{finding}（{day}）为该单位被查出的问题，二者均涉及{problem: Problem}
// weight: 0.85
CALL (m, mine) {
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(p:Person)-[h:HOLDS_POST]->(u:Unit)<-[y:NAMES|NAMES_IN_TEXT]-(other:AuditFinding|InspectionIssue)
  WHERE size(mine) > 0 AND other <> m AND visible(x, p, h, u) AND visible(y, other) AND is_subject(m, x) AND concerns(other, y)
  RETURN x, p, h, u, y, other, other AS finding, [m, p, u, other] AS nodes
  UNION ALL
  WITH m, mine WHERE size(mine) > 0 AND (m:AuditFinding OR m:InspectionIssue)
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(u:Unit)
  WHERE visible(x, u) AND concerns(m, x)
  MATCH (u)<-[h:HOLDS_POST]-(p:Person)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
  WHERE other <> m AND visible(h, p, y, other) AND is_subject(other, y)
  RETURN x, p, h, u, y, other, m AS finding, [m, u, p, other] AS nodes
}
WITH m, mine, x, p, h, u, y, other, finding, nodes
WHERE h.valid_from <= coalesce(finding.occurred_to, finding.found_on) AND coalesce(coalesce(finding.occurred_from, finding.found_on) <= h.valid_to, true)
WITH m, x, p, h, u, y, other, finding, nodes, head([kind IN mine WHERE kind IN kinds_of(other)]) AS problem
WHERE problem IS NOT NULL
WITH m, x, p, h, u, y, other, finding, nodes, problem, COUNT { MATCH (u)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS crowd,
  COUNT { MATCH (p)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS named
WHERE crowd <= $hub_cap AND named <= $hub_cap
RETURN other, nodes, [x, h, y] AS edges, 2 + (crowd - 1) * SAME_BY_CHANCE_ AS degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {holder: coalesce(p.name, p.id_number), unit: coalesce(u.name, u.uscc), post: h.post, finding: finding.number, day: toString(finding.found_on), problem: problem} AS facts
