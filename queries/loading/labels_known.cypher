// title: What is there of some labels, no more of each than bound
// params: labels, bound
// returns: label, uids
// scope: system
UNWIND $labels AS label
CALL (label) {
  MATCH (n:$(label))
  WITH n LIMIT $bound
  RETURN collect(n.uid) AS uids
}
RETURN label, uids
