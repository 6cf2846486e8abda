// title: A declared recusal k, as who declared it and who decides on it see it; its matter for who may read that
// params: viewer_audiences
// returns: row
// scope: part
WITH {id: k.uid, state: k.state, by: k.by, teams: k.teams, reason: k.reason, declared_at: toString(k.declared_at),
  decided_by: k.decided_by, decision: k.decision, decided_at: toString(k.decided_at),
  matter: COLLECT { MATCH (m:MATTERS_ {uid: k.matter}) WHERE visible(m) RETURN m }[0]} AS row
