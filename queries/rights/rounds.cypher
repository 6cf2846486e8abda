// title: Matters on the units to which teams go in rounds of these days, and on units under them, each with who reads it and its naming
// params: viewer_audiences, openings, most
// returns: matters, readers
// scope: own
WITH TODAY_ AS today
UNWIND $openings AS opening
MATCH (r:InspectionRound)
WHERE r.begins_on <= today + duration({days: opening.before}) AND r.ends_on >= today - duration({days: opening.after}) AND visible(r)
MATCH (r)-[s:INSPECTS]->(u:Unit)
WHERE s.inspecting_team = opening.team AND visible(s, u)
MATCH way = (u)<-[ties:UNDER*0..3]-(v:Unit)
WHERE all(each IN nodes(way) WHERE visible(each)) AND all(tie IN ties WHERE visible(tie) AND held_on(tie, today))
WITH DISTINCT opening, v
MATCH (v)<-[x:NAMES {role: 'SUBJECT_UNIT'}]-(m:Matter)
WHERE m.channel IN opening.channels AND coalesce(x.certainty, 1.0) = 1.0
WITH DISTINCT opening.reads_as AS reads_as, m.uid AS uid, readers_in(m.audience) AS of, readers_in(x.audience) AS named_for
ORDER BY uid, reads_as, named_for LIMIT $most
WITH collect([reads_as, uid, of, named_for]) AS matters
CALL (matters) {
  UNWIND matters AS each
  UNWIND each[2..] AS number
  WITH DISTINCT number
  MATCH (a:Audience {number: number})
  RETURN collect([a.number, a.readers]) AS readers
}
RETURN matters, readers
