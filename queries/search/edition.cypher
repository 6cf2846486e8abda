// title: Keep of which edition the search keys are
// params: edition
// returns: nothing
// scope: system
MERGE (e:Edition {name: '(search keys)'})
SET e.of = $edition
