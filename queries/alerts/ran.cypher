// title: A comparison model has run to its end: what it had seen of what it reads
// params: model, seen, unread
// returns: nothing
// scope: system
MERGE (r:ModelRun {model: $model})
SET r.seen = $seen, r.unread = $unread, r.at = datetime()
