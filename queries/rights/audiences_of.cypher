// title: Audiences that somebody may read who stands for these readers, and the others with their readers where some of those may be hits
// params: viewer_tokens, has_hits
// returns: audiences, others
// scope: own
RETURN COLLECT { MATCH (a:Audience) WHERE any(token IN $viewer_tokens WHERE token IN a.readers) RETURN a.number ORDER BY a.number } AS audiences,
  COLLECT { MATCH (a:Audience) WHERE $has_hits AND none(token IN $viewer_tokens WHERE token IN a.readers) RETURN [a.number, a.readers] } AS others
