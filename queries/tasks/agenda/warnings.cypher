// title: Units that warn by now, most points first, as far as every team that takes part may read what warns of them
// params: viewer_audiences, on, since, before, levels, most
// returns: type, about, target, points, rests_on
// scope: shared
MATCH (u:Unit)
WHERE visible(u) AND EXISTS { MATCH (u)<-[x:NAMES|NAMES_IN_TEXT|HOLDS_POST]-(m) WHERE visible(x, m) }
WITH u, [u] AS units
WARNING_
WHERE row.points >= $levels.orange AND all(fact IN row.facts WHERE fact.count = size(fact.matters))
WITH row ORDER BY row.points DESC, row.unit.name, row.unit.uid LIMIT $most
RETURN 'WARNING' AS type, row.unit.uid AS about, row.unit.uid AS target, row.points AS points,
  COLLECT { UNWIND row.facts AS fact UNWIND fact.matters AS m WITH DISTINCT m.uid AS uid ORDER BY uid RETURN uid } AS rests_on
