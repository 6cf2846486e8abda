// title: How a request for access stands that the viewer made or that is addressed to a team of the viewer's
// params: viewer_officer, viewer_teams, viewer_grants, uid
// returns: state, owned, matters, answer_key, answer_request, revoke_key, revoke_request
// scope: own
MATCH (r:AccessRequest {uid: $uid})
WHERE is_of_request(r)
RETURN access_state(r) AS state, r.team IN $viewer_teams AND 'JUDGE' IN $viewer_grants AND r.by <> $viewer_officer AS owned, r.matters AS matters,
  r.answer_key AS answer_key, r.answer_request AS answer_request, r.revoke_key AS revoke_key, r.revoke_request AS revoke_request
