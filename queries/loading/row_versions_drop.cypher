// title: Forget the versions of every row of a source
// params: source, bound
// returns: gone
// scope: system
MATCH (r:SourceRow {source: $source})
WITH r LIMIT $bound
DELETE r
RETURN count(r) AS gone
