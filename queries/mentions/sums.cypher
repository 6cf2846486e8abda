// title: Sums of projects that their ceiling or a contract states
// params: after, bound
// returns: rows
// scope: system
CALL () {
  MATCH (p:Project)
  WHERE p.uid > $after AND p.ceiling_fen IS NOT NULL
  RETURN p.uid AS place, p.uid AS project, p.ceiling_fen AS fen, [readers_in(p.audience)] AS audiences
  ORDER BY place LIMIT $bound
  UNION ALL
  MATCH (c:Contract)
  WHERE c.uid > $after AND c.amount_fen IS NOT NULL
  MATCH (c)-[u:UNDER_PROJECT]->(p:Project)
  RETURN c.uid AS place, p.uid AS project, c.amount_fen AS fen, [readers_in(c.audience), u.audience] AS audiences
  ORDER BY place LIMIT $bound
}
WITH place, project, fen, audiences ORDER BY place LIMIT $bound
RETURN collect([place, project, fen, audiences]) AS rows
