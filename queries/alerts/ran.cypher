// title: A comparison model has run to its end: what it had seen of what it reads, unless another run has begun meanwhile
// params: model, turn, seen, unread
// returns: nothing
// scope: system
MATCH (r:ModelRun {model: $model})
SET r.seen = CASE WHEN r.turn = $turn THEN $seen END, r.unread = $unread, r.at = datetime(),
  r.turn = CASE WHEN r.turn <> $turn THEN r.turn END
