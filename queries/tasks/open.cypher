// title: Tasks whose life is not over, so many after the one with this uid
// params: after, bound
// returns: rows
// scope: system
MATCH (t:Task)
WHERE t.uid > $after AND EXISTS { MATCH (now:TaskStep {standing: t.uid}) WHERE now.stands_at IS NOT NULL }
WITH t ORDER BY t.uid LIMIT $bound
RETURN collect([t.uid, t.title, task_facts_in_full(t), []]) AS rows
