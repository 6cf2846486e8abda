// title: One load as a node; for the teams that hold its source and those that run the platform
// params: viewer_teams, viewer_grants, id
// returns: Node
// scope: own
// tie: n.uid
MATCH (n:Load {uid: $id})
WHERE n.holder IN $viewer_teams OR 'WATCH_SOURCES' IN $viewer_grants
