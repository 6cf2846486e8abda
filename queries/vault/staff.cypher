// title: How many people are known to have a post in a unit of this name, counted up to a number
// params: viewer_audiences, name, most
// returns: people
// scope: shared
MATCH (u:Unit {name: $name})
WHERE visible(u)
CALL (u) {
  MATCH (u)<-[h:HOLDS_POST]-(p:Person)
  WHERE visible(h, p)
  WITH DISTINCT p LIMIT $most
  RETURN count(p) AS people
}
RETURN min(people) AS people
