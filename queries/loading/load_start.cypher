// title: Begin a load, or take up one that was broken off
// params: uid, properties
// returns: nothing
// scope: system
WITH COUNT { (:Load) } + 1 AS number
MERGE (l:Load {uid: $uid})
ON CREATE SET l = $properties, l.uid = $uid, l.number = number, l.started_at = datetime()
SET l.state = 'RUNNING', l.finished_at = null, l.refusal = null, l.refusal_zh = null
