// title: The constraints and indexes of a graph, the migrations recorded in it, and the fingerprint of its uid key
// params: none
// returns: indexes, steps, uid_keys
// scope: system
SHOW INDEXES YIELD name, state, type, entityType, labelsOrTypes, properties, owningConstraint, options
RETURN
  collect({name: name, state: state, type: type, on: entityType, labels: labelsOrTypes, fields: properties,
           constraint: owningConstraint, options: options}) AS indexes,
  COLLECT { MATCH (m:Migration) RETURN m {.*} } AS steps,
  COLLECT { MATCH (l:MigrationLock {uid: 'migrations'}) WHERE l.uid_key IS NOT NULL RETURN l.uid_key } AS uid_keys
