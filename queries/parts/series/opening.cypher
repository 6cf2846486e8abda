// title: What was said as a series s came to be, for whoever may read every matter that it was said of
// params: viewer_audiences
// returns: row, place
// scope: shared
MATCH (e:SeriesEntry)-[:SAID_OF]->(s:Series)
WHERE e.opens = s.uid AND visible_entry(e)
WITH {title: e.title, reason: e.text} AS row, [e.number] AS place
