// title: In post when it was found 事发时任职
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: One names {holder}, who was {post} of {unit} at the time of {finding} ({day}), a finding there; both tell of {problem: Problem}
// because_zh: 一件反映{holder}，其时任{unit}{post}；另一件{finding}（{day}）为该单位被查出的问题，二者均涉及{problem: Problem}
// weight: 0.85
// What somebody is said to have done in another unit is not what was found in this one.
CALL (m, mine) {
  WITH m, mine WHERE size(mine) > 0
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(p:Person)
  WHERE visible(x, p) AND is_subject(m, x)
  MATCH (p)-[h:HOLDS_POST]->(u:Unit)
  WHERE visible(h, u) AND NOT EXISTS { MATCH (m)-[i:NAMES {role: 'SUBJECT_UNIT'}]->(elsewhere:Unit) WHERE elsewhere <> u AND visible(i, elsewhere) }
  WITH m, x, p, h, u, COUNT { MATCH (u)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS crowd
  WHERE crowd <= $hub_cap
  MATCH (u)<-[y:NAMES|NAMES_IN_TEXT]-(other:AuditFinding|InspectionIssue)
  WHERE other <> m AND visible(y, other) AND was_in_post(h, other) AND concerns(other, y)
  RETURN x, p, h, u, y, other, crowd, other AS finding, [m, p, u, other] AS nodes
  UNION ALL
  WITH m, mine WHERE size(mine) > 0 AND (m:AuditFinding OR m:InspectionIssue)
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(u:Unit)
  WHERE visible(x, u) AND concerns(m, x)
  WITH m, x, u, COUNT { MATCH (u)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS crowd
  WHERE crowd <= $hub_cap
  MATCH (u)<-[h:HOLDS_POST]-(p:Person)
  WHERE visible(h, p) AND was_in_post(h, m)
  MATCH (p)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
  WHERE other <> m AND visible(y, other) AND is_subject(other, y)
    AND NOT EXISTS { MATCH (other)-[i:NAMES {role: 'SUBJECT_UNIT'}]->(elsewhere:Unit) WHERE elsewhere <> u AND visible(i, elsewhere) }
  RETURN x, p, h, u, y, other, crowd, m AS finding, [m, u, p, other] AS nodes
}
WITH mine, x, p, h, u, y, other, crowd, finding, nodes, kinds_of(other) AS theirs
WITH x, p, h, u, y, other, crowd, finding, nodes, same_kind(mine, theirs) AS problem
WHERE problem IS NOT NULL
WITH x, p, h, u, y, other, crowd, finding, nodes, problem, COUNT { MATCH (p)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS named
WHERE named <= $hub_cap
RETURN other, nodes, [x, h, y] AS edges, 2 + (crowd - 1) * SAME_BY_CHANCE_ AS degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {holder: coalesce(p.name, p.id_number), unit: coalesce(u.name, u.uscc), post: h.post, finding: finding.number, day: toString(finding.found_on), problem: problem} AS facts
