// title: Nodes that were rewritten by a load, or whose absorbed nodes were, and lack what those lend them
// params: none
// returns: label, uids
// scope: system
MATCH (n:Lacking)
UNWIND [label IN labels(n) WHERE label IN LABELS_] AS label
RETURN label, collect(n.uid) AS uids
