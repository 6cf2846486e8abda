// title: Today, and the editions of these kinds and relationships; one that was never counted up is not there
// params: names
// returns: day, editions
// scope: system
RETURN toString(TODAY_) AS day, COLLECT { UNWIND $names AS name MATCH (e:Edition {name: name}) RETURN [e.name, e.number] ORDER BY e.name } AS editions
