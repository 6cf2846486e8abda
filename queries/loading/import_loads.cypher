// title: Enter the loads of an import into the ledger, each with its counts and times
// params: rows, started_at
// returns: nothing
// scope: system
UNWIND $rows AS row
MERGE (l:Load {uid: row.uid})
SET l = row.properties, l += row.counts, l.uid = row.uid, l.state = 'DONE',
  l.started_at = datetime($started_at), l.finished_at = datetime()
