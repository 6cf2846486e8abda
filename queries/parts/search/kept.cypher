// title: The conditions that the viewer puts on what is found
// params: viewer_audiences, given
// returns: nothing
// scope: part
($given.kinds IS NULL OR any(kind IN $given.kinds WHERE kind IN labels(node)))
  AND ($given.channels IS NULL OR node.channel IN $given.channels)
  AND ($given.problems IS NULL OR node.problem IN $given.problems)
  AND ($given.since IS NULL OR day_of(node) >= date($given.since))
  AND ($given.until IS NULL OR day_of(node) <= date($given.until))
  AND ($given.unit IS NULL OR EXISTS { MATCH (node)-[about:CONNECTIONS_]-(its_unit:Unit) WHERE its_unit.uid = $given.unit AND visible(about, its_unit) })
