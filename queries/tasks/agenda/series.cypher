// title: Open series of several channels with members that came lately, newest first, where every team that takes part may read every member
// params: viewer_audiences, since, most
// returns: type, about, rests_on
// scope: shared
MATCH (s:Series {state: 'OPEN'})
WITH s, COLLECT { MATCH (k:SeriesMember {is_present: true})-[:IN_SERIES]->(s) RETURN [k.matter, k.at] ORDER BY k.at DESC } AS members
WHERE members[0][1] > datetime($since)
WITH s, members, COLLECT { UNWIND members AS member MATCH (m:MATTERS_ {uid: member[0]}) WHERE visible(m) RETURN m.channel } AS channels
WHERE size(channels) = size(members) AND any(channel IN channels WHERE channel <> channels[0])
WITH s, members ORDER BY members[0][1] DESC, s.uid LIMIT $most
RETURN 'SERIES' AS type, s.uid AS about, [member IN members | member[0]] AS rests_on
