// title: Take the watermarks off the loads that came after one, so that a table is read again from where that one began
// params: source, uid
// returns: nothing
// scope: system
MATCH (gone:Load {uid: $uid})
MATCH (l:Load {source: $source})
WHERE l.started_at > gone.started_at AND l.file = gone.file
REMOVE l.watermark, l.watermark_form
