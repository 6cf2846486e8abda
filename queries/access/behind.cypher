// title: The matters behind the hits on something, each with its channel and a team that owns it
// params: viewer_audiences, viewer_hits, id, hub_cap
// returns: uid, channel, team
// scope: shared
HITS_
RETURN DISTINCT m.uid AS uid, m.channel AS channel, t.team_code AS team
