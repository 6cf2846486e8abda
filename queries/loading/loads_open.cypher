// title: What loads have left that did not come to their end: their uids, and whether nodes wait to be settled
// params: none
// returns: loads, nodes
// scope: system
CALL () {
  MATCH (l:Load)
  WHERE l.state IN ['RUNNING', 'FAILED']
  RETURN collect(l.uid) AS loads
}
RETURN loads, EXISTS { (:Loose) } OR EXISTS { (:Lacking) } OR EXISTS { (:Parting) } AS nodes
