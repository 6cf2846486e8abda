// title: Whether nodes wait for their search keys, and of which edition those are that others have
// params: none
// returns: waiting, edition
// scope: system
RETURN EXISTS { (:Keyless) } AS waiting, COLLECT { MATCH (e:Edition {name: '(search keys)'}) RETURN e.of }[0] AS edition
