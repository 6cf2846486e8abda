// title: Every audience
// params: none
// returns: audiences
MATCH (a:Audience)
RETURN collect(a.number) AS audiences
