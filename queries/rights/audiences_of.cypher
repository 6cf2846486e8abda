// title: Audiences that somebody may read who stands for these readers
// params: viewer_tokens
// returns: audiences
// scope: own
RETURN COLLECT { MATCH (a:Audience) WHERE any(token IN $viewer_tokens WHERE token IN a.readers) RETURN a.number ORDER BY a.number } AS audiences
