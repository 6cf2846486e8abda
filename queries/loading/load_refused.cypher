// title: Write down an input that was refused whole
// params: uid, properties
// returns: nothing
// scope: system
CREATE (l:Load)
SET l = $properties, l.uid = $uid, l.started_at = datetime(), l.finished_at = datetime()
