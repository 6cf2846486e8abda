// title: Take back that matters say something alike
// params: uids
// returns: nothing
// scope: system
MATCH (:MATTERS_)-[r:SAYS_ALIKE]->(:MATTERS_)
WHERE r.uid IN $uids
DELETE r
