// title: Nodes of one label, by the plainest statement that can be repeated
// params: rows
// returns: nothing
UNWIND $rows AS row
MERGE (n:LABEL_ {uid: row.uid})
SET n = row.props
