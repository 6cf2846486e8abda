// title: How a recusal stands that the viewer declared or may decide on
// params: viewer_audiences, viewer_officer, viewer_teams, viewer_grants, uid
// returns: state, decides, decide_key, decide_request
// scope: own
MATCH (k:Recusal {uid: $uid})
WHERE is_of_recusal(k)
RETURN k.state AS state, k.by <> $viewer_officer AS decides, k.decide_key AS decide_key, k.decide_request AS decide_request
