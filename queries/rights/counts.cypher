// title: How many things of these kinds each set of readers may see, and the marks of the editions that this is true of
// params: names, labels
// returns: marks, counts
// scope: system
CALL () {
  UNWIND $names AS name
  MATCH (e:Edition {name: name})
  WHERE e.mark IS NOT NULL
  WITH e ORDER BY e.name
  RETURN collect([e.name, e.mark]) AS marks
}
CALL () {
  UNWIND $labels AS label
  MATCH (n:$(label))
  WITH n.audience AS audience, count(*) AS number
  RETURN collect([audience, number]) AS counts
}
RETURN marks, counts
