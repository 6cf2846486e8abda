// title: Of which channel and team there is a matter on a thing, or on what a matter names, that the viewer may not read
// params: viewer_audiences, viewer_hits, viewer_officer, id, hub_cap
// returns: Hit
// scope: shared
// tie: row.channel, row.team
HITS_
WITH DISTINCT n, m.channel AS channel, t
WITH DISTINCT {id: n.uid, channel: channel, team: t.team_code, team_name: t.team_name, told: [$viewer_officer, n.uid, channel, t.team_code]} AS row
WHERE true
