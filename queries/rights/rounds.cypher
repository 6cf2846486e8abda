// title: Matters on the units to which teams go in rounds of these days, and on units under them, each with who reads it and its namings: so many after one
// params: viewer_audiences, openings, after, most
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
WHERE m.channel IN opening.channels AND coalesce(x.certainty, 1.0) = 1.0 AND m.uid > $after
WITH m.uid AS uid, readers_in(m.audience) AS of, collect(DISTINCT [opening.reads_as, readers_in(x.audience)]) AS ways
ORDER BY uid LIMIT $most
WITH collect([uid, of, ways]) AS matters
CALL (matters) {
  UNWIND matters AS each
  UNWIND [each[1]] + [way IN each[2] | way[1]] AS number
  WITH DISTINCT number
  MATCH (a:Audience {number: number})
  RETURN collect([a.number, a.readers]) AS readers
}
RETURN matters, readers
