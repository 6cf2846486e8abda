// title: Nodes of one label and its family, which the full-text index goes by, in the plainest statement that can be repeated
// params: rows
// returns: nothing
UNWIND $rows AS row
MERGE (n:LABEL_ {uid: row.uid})
SET n:FAMILY_, n = row.props
