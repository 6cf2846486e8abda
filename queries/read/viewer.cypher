// title: The officer who asks
// params: viewer_officer
// returns: Officer
// scope: own
MATCH (n:Officer {officer_id: $viewer_officer})
