// title: Which of some labels a node has
// params: labels
// returns: labels
// scope: system
UNWIND $labels AS label
CALL (label) {
  MATCH (n:$(label))
  RETURN label AS known LIMIT 1
}
RETURN collect(known) AS labels
