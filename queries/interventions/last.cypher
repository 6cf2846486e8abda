// title: How long the register was when its last record was written, and the seal of that
// params: none
// returns: number, seal
// scope: system
OPTIONAL MATCH (b:InterventionBook {uid: 'interventions'})
RETURN coalesce(b.last, 0) AS number, coalesce(b.seal, '') AS seal
