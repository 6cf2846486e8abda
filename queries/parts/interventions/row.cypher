// title: A record k of the register; matter and person for who may read them
// params: viewer_audiences
// returns: row
// scope: part
WITH {id: k.uid, by: k.by, teams: k.teams, at: k.at, asked_by: k.as_named, asked_by_post: k.as_post, way: k.way, asked_on: k.on, asked: k.text,
  answered: k.answer, seal: k.seal,
  matter: COLLECT { MATCH (m:MATTERS_ {uid: k.matter}) WHERE visible(m) RETURN m }[0],
  person: COLLECT { MATCH (p:Person {uid: k.person}) WHERE visible(p) RETURN p }[0]} AS row
