// title: New links between matters of two channels, newest first, as far as every team that takes part may read them
// params: viewer_audiences, since, most
// returns: type, about, rests_on, audiences
// scope: shared
MATCH (one:Matter)<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other:Matter)
USING INDEX l:Link(place)
WHERE l.place IS NOT NULL AND l.proposed_at > datetime($since) AND l.state <> 'REJECTED' AND one.channel <> other.channel
  AND visible(one, other) AND visible_parts(l)
WITH l, one, other ORDER BY l.place, l.uid LIMIT $most
RETURN 'LINK' AS type, l.uid AS about, [one.uid, other.uid] AS rests_on, l.audiences AS audiences
