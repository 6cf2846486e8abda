// title: A load l as lists show it
// params: none
// returns: row
// scope: part
WITH {id: l.uid, caption: l.source + coalesce(' ' + l.file, ''), source: l.source, file: l.file, state: l.state,
  provenance: {source: l.source, load: l.uid, learnt_at: toString(l.started_at)},
  started_at: toString(l.started_at), finished_at: toString(l.finished_at),
  read: l.read, merged: l.merged, unchanged: l.unchanged, rejected: l.rejected, removed: l.removed, watermark: l.watermark,
  rejects: COLLECT {
    MATCH (r:RejectedRow)-[:REJECTED_IN]->(l:Load) WITH r ORDER BY r.row, r.column, r.reason LIMIT 100
    RETURN {row: r.row, column: r.column, reason: r.reason, reason_zh: r.reason_zh}
  }} AS row
