// title: Whether some way of seeking finds more than so many, whoever may see them, and the marks of the editions that this is true of
// params: names, ways, bound
// returns: marks, waiting, is_broad
// scope: system
RETURN COLLECT {
    UNWIND $names AS name
    MATCH (e:Edition {name: name})
    WHERE e.mark IS NOT NULL
    RETURN [e.name, e.mark]
  } AS marks,
  EXISTS { (:Keyless) } AS waiting,
  EXISTS {
    UNWIND $ways AS way
    CALL db.index.fulltext.queryNodes(way.index, way.query, {skip: $bound, limit: 1}) YIELD node
    RETURN node
  } AS is_broad
