// title: Count up the editions of kinds and relationships of which something may have changed, and number what the journal noted
// params: names
// returns: nothing
// scope: system
UNWIND $names AS name
MERGE (e:Edition {name: name})
SET e.number = coalesce(e.number, 0) + 1, e.mark = randomUUID()
WITH count(*) AS counted
MATCH (b:ChangeBook)
WHERE EXISTS { (:Unnumbered) }
SET b.last = b.last + 1
WITH b
MATCH (c:Unnumbered)
WITH b, c, coalesce(c.here, true) AS here, coalesce(c.seen, c.here, true) AS seen
SET c.number = b.last, c.at = datetime(), c.first = coalesce(c.first, b.last), c.here = seen,
  c.said = CASE WHEN c.told THEN b.last ELSE c.said END,
  c.back = CASE WHEN seen AND NOT here THEN b.last ELSE c.back END,
  c.left = CASE WHEN here AND NOT seen THEN b.last ELSE c.left END
REMOVE c:Unnumbered, c.seen, c.told
