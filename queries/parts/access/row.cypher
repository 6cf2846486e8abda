// title: A request r for access, as both sides see it; of its matters those that the viewer may read
// params: viewer_audiences
// returns: row
// scope: part
WITH {id: r.uid, state: access_state(r), channel: r.channel, team: r.team, by: r.by, teams: r.teams, for_team: r.for_team, reason: r.reason,
  asked_at: toString(r.asked_at), asked_until: toString(r.asked_until), answered_by: r.answered_by, answered_at: toString(r.answered_at), answer: r.answer,
  until: toString(r.until), revoked_by: r.revoked_by, revoked_at: toString(r.revoked_at), revoke_reason: r.revoke_reason,
  about: COLLECT { MATCH (n:ENTITIES_|MATTERS_ {uid: r.about}) WHERE visible(n) RETURN n }[0],
  matters: COLLECT { UNWIND r.matters AS uid MATCH (m:MATTERS_ {uid: uid}) WHERE visible(m) RETURN m ORDER BY natural_order(Matter, m) },
  given: COLLECT { UNWIND r.granted AS uid MATCH (m:MATTERS_ {uid: uid}) WHERE visible(m) RETURN m ORDER BY natural_order(Matter, m) }} AS row
