// title: Count up the editions of kinds and relationships of which something may have changed
// params: names
// returns: nothing
// scope: system
UNWIND $names AS name
MERGE (e:Edition {name: name})
SET e.number = coalesce(e.number, 0) + 1, e.mark = randomUUID()
