// title: Take the watermarks off the loads that came after one, so that a table is read again from where that one began
// params: source, uid
// returns: nothing
// scope: system
MATCH (gone:Load {uid: $uid})
MATCH (l:Load {source: $source})
WHERE [coalesce(l.number, 0), l.started_at] > [coalesce(gone.number, 0), gone.started_at] AND l.file = gone.file
REMOVE l.watermark, l.watermark_form
