// title: The rank of what a way has found: the whole value first, then its beginning, then any part
// params: none
// returns: nothing
// scope: part
CASE WHEN node[way.key] CONTAINS way.whole THEN way.rank WHEN node[way.key] CONTAINS way.begin THEN way.rank + 1 ELSE way.rank + 2 END
