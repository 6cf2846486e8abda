// title: Say which team leads a series
// params: series, team
// returns: nothing
// scope: system
MATCH (s:Series {uid: $series})
SET s.lead_team = $team
