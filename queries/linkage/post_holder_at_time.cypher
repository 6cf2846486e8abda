// title: In post when it was found 事发时任职
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// from: THING
// because: One names {holder}, who was {post} of {unit} at the time of {finding} ({day}), a finding there; both tell of {problem: Problem}
// because_zh: 一件反映{holder}，其时任{unit}{post}；另一件{finding}（{day}）为该单位被查出的问题，二者均涉及{problem: Problem}
// weight: 0.85
// What somebody is said to have done in another unit is not what was found in this one.
CALL (m, mine, e, namings, namers) {
  WITH m, e, namings WHERE e:Person AND size(mine) > 0 AND size(namers) > 0
  WITH m, e, of_subject(m, namings) AS here
  WHERE size(here) > 0
  MATCH (e)-[h:HOLDS_POST]->(u:Unit)
  WHERE visible(h, u) AND NOT EXISTS { MATCH (m)-[i:NAMES {role: 'SUBJECT_UNIT'}]->(elsewhere:Unit) WHERE elsewhere <> u AND visible(i, elsewhere) }
  WITH m, e, here, h, u, namings_counted(u) AS counted
  WITH m, e, here, h, u, namers(u, counted) AS others
  UNWIND others AS one
  WITH m, e, here, h, u, others, one.matter AS other, one.namings AS those
  WHERE other <> m AND (other:AuditFinding OR other:InspectionIssue) AND was_in_post(h, other)
  WITH m, e, here, h, u, others, other, concerning(other, those, u) AS there
  WHERE size(there) > 0
  RETURN here, e AS p, h, u, there, other, size(others) AS crowd, other AS finding, [m, e, u, other] AS nodes
  UNION ALL
  WITH m, e, namings, namers WHERE e:Unit AND size(mine) > 0 AND size(namers) > 0 AND (m:AuditFinding OR m:InspectionIssue)
  WITH m, e, namers, concerning(m, namings, e) AS here
  WHERE size(here) > 0
  MATCH (e)<-[h:HOLDS_POST]-(p:Person)
  WHERE visible(h, p) AND was_in_post(h, m)
  WITH m, e, namers, here, h, p, namings_counted(p) AS counted
  WITH m, e, namers, here, h, p, namers(p, counted) AS others
  UNWIND others AS one
  WITH m, e, namers, here, h, p, one.matter AS other, one.namings AS those
  WHERE other <> m AND NOT EXISTS { MATCH (other)-[i:NAMES {role: 'SUBJECT_UNIT'}]->(elsewhere:Unit) WHERE elsewhere <> e AND visible(i, elsewhere) }
  WITH m, e, namers, here, h, p, other, of_subject(other, those) AS there
  WHERE size(there) > 0
  RETURN here, p, h, e AS u, there, other, size(namers) AS crowd, m AS finding, [m, e, p, other] AS nodes
}
WITH mine, here, p, h, u, there, other, crowd, finding, nodes, kinds_of(other) AS theirs
WITH here, p, h, u, there, other, crowd, finding, nodes, same_kind(mine, theirs) AS problem
WHERE problem IS NOT NULL
WITH surest(here) AS first, p, h, u, surest(there) AS last, other, crowd, finding, nodes, problem
RETURN other, nodes, [first, h, last] AS edges, 2 + (crowd - 1) * SAME_BY_CHANCE_ AS degree, coalesce(first.certainty, 1.0) * coalesce(last.certainty, 1.0) AS certainty,
  {holder: coalesce(p.name, p.id_number), unit: coalesce(u.name, u.uscc), post: h.post, finding: finding.number, day: toString(finding.found_on), problem: problem} AS facts
