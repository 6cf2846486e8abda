// title: The last time that links were proposed, if they ever were
// params: none
// returns: edition
// scope: system
MATCH (r:LinkRun)
RETURN r.edition AS edition
