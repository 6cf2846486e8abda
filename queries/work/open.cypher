// title: Clues that may owe something or wait for a day, so many after the one with this uid
// params: after, bound
// returns: rows
// scope: system
// A clue that ended where its source had it owes nothing; one that has steps here may, whatever its source says.
MATCH (c:Clue)
WHERE c.uid > $after
  AND (coalesce(c.status <> 'DONE', true) OR EXISTS { MATCH (:ClueStep {standing: c.uid}) })
WITH c ORDER BY c.uid LIMIT $bound
RETURN collect([c.uid, c.number, clue_facts_in_full(c)]) AS rows
