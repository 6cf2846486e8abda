// title: Clues that were merged into a clue c or kept on file as its repeats, as far as the viewer may read them
// params: viewer_audiences
// returns: row, place
// scope: shared
MATCH (s:ClueStep {other: c.uid})
WHERE s.standing IS NOT NULL
MATCH (m:Clue {uid: s.clue})
WHERE visible(m)
WITH {clue: m, action: s.act, by: s.by, at: toString(s.at)} AS row, [s.at, s.uid] AS place
