// title: Keep what a source's declaration says of itself
// params: name, properties
// returns: nothing
// scope: system
MERGE (s:Source {name: $name})
SET s = $properties
