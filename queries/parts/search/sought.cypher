// title: What one way of seeking finds, best rank first: the whole value, its beginning, any part
// params: viewer_audiences
// returns: node, rank
// scope: part
    CALL db.index.fulltext.queryNodes(way.index, way.query) YIELD node
    WHERE visible(node) AND (MATCHED_)
      AND (way.post IS NULL OR EXISTS { MATCH (node)-[held:HOLDS_POST]->(its_office:Unit) WHERE held.post CONTAINS way.post AND visible(held, its_office) })
    RETURN node, RANKED_ AS rank
