// title: What a comparison model had seen of what it reads when it last ran to its end
// params: model
// returns: seen, at, unread
// scope: system
MATCH (r:ModelRun {model: $model})
RETURN r.seen AS seen, toString(r.at) AS at, r.unread AS unread
