// title: Labels and relationship types of which the graph holds at least one
// params: none
// returns: names
// scope: system
CALL () { CALL db.labels() YIELD label RETURN collect(label) AS labels }
CALL () { CALL db.relationshipTypes() YIELD relationshipType RETURN collect(relationshipType) AS types }
RETURN labels + types AS names
