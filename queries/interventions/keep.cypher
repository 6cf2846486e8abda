// title: Keep a record of the register; none is ever changed or deleted
// params: record
// returns: nothing
// scope: system
// Times and days stay the text that was sealed.
CREATE (k:Intervention {uid: $record.uid})
SET k += $record
WITH k
MATCH (b:InterventionBook {uid: 'interventions'})
SET b.last = k.number, b.seal = k.seal
