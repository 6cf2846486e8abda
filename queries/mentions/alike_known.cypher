// title: Pairs of matters whose texts are known to say something alike
// params: none
// returns: rows
// scope: system
MATCH (one:MATTERS_)-[r:SAYS_ALIKE]->(:MATTERS_)
RETURN collect([r.uid, {hash: r.hash, one: one.uid}]) AS rows
