// title: Records of the register in their order, so many after the one with this number, as they were sealed, each with its number first
// params: after, bound
// returns: rows
// scope: system
MATCH (k:Intervention)
WHERE k.number > coalesce(toInteger(nullIf($after, '')), 0)
WITH k ORDER BY k.number LIMIT $bound
RETURN collect([toString(k.number), k {.number, .uid, .at, .by, .teams, .as_named, .as_post, .person, .matter, .way, .on, .text, .answer, .previous, .seal}]) AS rows
