// title: A pasted list of ids, plates, phones, credit codes, numbers and names, each with what it is
// params: viewer_audiences, values
// returns: LookupHit
// scope: shared
// tie: row.place
UNWIND range(0, size($values) - 1) AS place
CALL (place) {
  CALL (place) {
LOOKUPS_
  }
  WITH n, field
  WHERE visible(n)
  WITH n, field ORDER BY field, natural_order(Node, n) LIMIT 50
  RETURN collect({field: field, node: n}) AS matches
}
WITH {place: place, value: $values[place], matches: matches} AS row
WHERE true
