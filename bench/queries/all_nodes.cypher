// title: Every node of one label as prepared rows
// params: none
// returns: uid, props, labels
MATCH (n:LABEL_)
RETURN n.uid AS uid, properties(n) AS props
