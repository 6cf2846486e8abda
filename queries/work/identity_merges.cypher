// title: Merges that hold
// params: none
// returns: absorbed, into, by, pair
// scope: system
MATCH (a:Absorbed)-[m:MERGED_INTO]->(s)
RETURN a.uid AS absorbed, s.uid AS into, m.by AS by, m.pair AS pair
