// title: Teams t that own a matter m: those that handle it, else the one that holds its source
// params: none
// returns: t
// scope: part
CALL (m) {
  MATCH (m)-[h:HANDLED_BY]->(t:Team)
  WHERE h.valid_to IS NULL OR h.valid_to >= TODAY_
  RETURN t
  UNION
  WITH m WHERE NOT EXISTS { (m)-[:HANDLED_BY]->(:Team) }
  MATCH (s:Source {name: m.source})
  MATCH (t:Team {team_code: s.holder})
  RETURN t
}
