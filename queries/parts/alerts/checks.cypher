// title: What people said of an alert a at a desk, newest first; the matter that it became for whoever may read that
// params: viewer_audiences
// returns: row, place
// scope: shared
MATCH (k:AlertCheck {alert: a.uid})
WITH {id: k.uid, outcome: k.outcome, by: k.by, reason: k.reason, at: toString(k.at), retired_at: toString(k.retired_at),
  matter: COLLECT { MATCH (m:Clue|Ticket {uid: k.matter}) WHERE visible(m) RETURN m }[0]} AS row, [-k.number, k.uid] AS place
