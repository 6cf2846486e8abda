// title: Give nodes their search keys, unless something else is shown of them by now
// params: rows, names
// returns: given
// scope: system
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row[0] AND n.uid = row[1] AND [name IN $names | coalesce(n[name], '')] = row[2]
SET n += row[3]
REMOVE n:Keyless
RETURN count(n) AS given
