// title: The board of a series s, newest note first, each for whoever may read every matter that its writer could read
// params: viewer_audiences
// returns: row, place
// scope: shared
MATCH (e:SeriesEntry)-[:SAID_OF]->(s:Series)
WHERE e.kind = 'NOTE' AND visible_entry(e)
WITH {id: e.uid, text: e.text, by: e.by, at: toString(e.at)} AS row, [-e.number, e.uid] AS place
