// title: A comparison model begins to run: what an earlier run had seen says nothing any more; whether one was under way, or was killed
// params: model, turn
// returns: was_under_way
// scope: system
MERGE (r:ModelRun {model: $model})
WITH r, r.turn IS NOT NULL AS was_under_way
SET r.turn = $turn
REMOVE r.seen
RETURN was_under_way
