// title: One record of the register of interventions, for who made it and for who reads the register and the matter
// params: viewer_audiences, viewer_officer, viewer_classes, id
// returns: Intervention
// scope: own
// tie: row.id
MATCH (k:Intervention {uid: $id})
WHERE is_of_register(k)
INTERVENTION_
WHERE true
