// title: Relationships of one type, by the plainest statement that can be repeated
// params: rows
// returns: nothing
UNWIND $rows AS row
MATCH (a:START_ {uid: row.start})
MATCH (b:END_ {uid: row.end})
MERGE (a)-[r:TYPE_ {uid: row.uid}]->(b)
SET r = row.props
