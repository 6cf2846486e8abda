// title: Give nodes their search keys, unless something else is shown of them by now
// params: rows
// returns: nothing
// scope: system
UNWIND $rows AS row
MATCH (n)
WHERE is_at(n, row.at) AND all(name IN keys(row.was) WHERE n[name] = row.was[name])
SET n += row.keys
REMOVE n:Keyless
