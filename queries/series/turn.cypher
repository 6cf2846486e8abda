// title: Let one act on series after the other: its number and time, and the act that this client's key stands for already
// params: key
// returns: number, at, known
// scope: system
MERGE (b:SeriesBook {uid: 'series'})
SET b.last = coalesce(b.last, 0) + 1
RETURN b.last AS number, toString(datetime()) AS at, COLLECT { MATCH (e:SeriesEntry {client_key: $key})-[:SAID_OF]->(s:Series) RETURN {series: s.uid, request: e.request} }[0] AS known
