// title: Open a series
// params: uid, lead_team, by, at
// returns: nothing
// scope: system
CREATE (:Series {uid: $uid, state: 'OPEN', lead_team: $lead_team, opened_by: $by, opened_at: datetime($at)})
