// title: Every relationship of one type between two labels as prepared rows
// params: none
// returns: uid, start, end, props
MATCH (a:START_)-[r:TYPE_]->(b:END_)
RETURN r.uid AS uid, a.uid AS start, b.uid AS end, properties(r) AS props
