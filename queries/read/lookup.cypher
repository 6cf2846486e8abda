// title: A pasted list of ids, plates, phones, credit codes, numbers and names, each with what it is
// params: viewer_audiences, given
// returns: LookupHit
// scope: shared
// tie: row.place
UNWIND range(0, size($given.values) - 1) AS place
CALL (place) {
  UNWIND $given.values[place].ways AS way
  CALL (way) {
SOUGHT_
  }
  WITH node, min(rank) AS rank
  WHERE visible(node) AND (node:MATTERS_|ENTITIES_|AuditReport|InspectionRound)
  WITH node, rank ORDER BY rank, coalesce(node.key_place, ''), node.uid LIMIT $given.most
  WITH node, rank > 0 AS is_compatible, [name IN $given.fields WHERE node[name] IS NOT NULL] AS names
  RETURN collect({node: node, is_compatible: is_compatible, field: coalesce(
    [name IN names WHERE signs_of(node[name]) IN $given.values[place].signs][0],
    [name IN names WHERE is_compatible AND node[name] CONTAINS '*'][0], names[0])}) AS matches
}
WITH place, matches, size([each IN matches WHERE NOT each.is_compatible]) AS exact
WITH {place: place, given: $given.values[place].given, value: $given.values[place].value, matches: matches,
  outcome: CASE WHEN exact > 1 THEN 'SEVERAL' WHEN exact = 1 THEN 'EXACT' WHEN size(matches) > 0 THEN 'COMPATIBLE' ELSE 'NONE' END} AS row
WHERE true
