// title: Whether the viewer may read the matter and the person that a record names
// params: viewer_audiences, matter, person
// returns: matter, person
// scope: shared
RETURN EXISTS { MATCH (m:MATTERS_ {uid: $matter}) WHERE visible(m) } AS matter, EXISTS { MATCH (p:Person {uid: $person}) WHERE visible(p) } AS person
