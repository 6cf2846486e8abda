// title: What one way of seeking finds, best rank first: the whole value, its beginning, any part
// params: viewer_audiences
// returns: node, rank
// scope: part
    CALL db.index.fulltext.queryNodes(way.index, way.query) YIELD node
    WHERE visible(node) AND (way.pattern IS NULL OR CASE
      WHEN size(way.fields) = 0 THEN node[way.key] =~ way.pattern
      WHEN way.match = 'COMPATIBLE' THEN any(name IN way.fields WHERE node[name] CONTAINS '*' AND way.pattern =~ toLower(replace(node[name], '*', '.')))
      ELSE any(name IN way.fields WHERE signs_of(node[name]) =~ way.pattern) END)
      AND (way.post IS NULL OR EXISTS { MATCH (node)-[held:HOLDS_POST]->(its_office:Unit) WHERE held.post CONTAINS way.post AND visible(held, its_office) })
    RETURN node, CASE WHEN node[way.key] CONTAINS way.whole THEN way.rank WHEN node[way.key] CONTAINS way.begin THEN way.rank + 1 ELSE way.rank + 2 END AS rank
