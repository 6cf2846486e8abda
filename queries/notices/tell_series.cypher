// title: Tell the teams of a series' members what was done to it, each team once
// params: entry, kind, at
// returns: told
// scope: system
// The numbers go up in steps of chance: who sees some of them cannot count the others.
MATCH (e:SeriesEntry {uid: $entry})-[:SAID_OF]->(n:Series)
CALL (e, n) {
  UNWIND e.about + COLLECT { MATCH (k:SeriesMember {is_present: true})-[:IN_SERIES]->(n) RETURN k.matter } AS uid
  MATCH (m:MATTERS_ {uid: uid})
  RETURN DISTINCT m
}
OWNERS_
WITH DISTINCT e, n, t ORDER BY t.team_code
WITH e, n, collect(t) AS teams
MERGE (b:NoticeBook {uid: 'notices'})
SET b.last = coalesce(b.last, 0) + 1000 * size(teams)
WITH e, n, teams, b.last - 1000 * size(teams) AS before
UNWIND range(1, size(teams)) AS place
WITH e, n, teams[place - 1] AS t, before + 1000 * place - toInteger(1000 * rand()) AS number
CREATE (told:Notice {uid: 'notice_' + replace(randomUUID(), '-', ''), number: number, kind: $kind, at: datetime($at), series: n.uid, entry: e.uid, sentence: e.text, audiences: []})
CREATE (told)-[:TOLD_TO]->(t)
WITH told, e
CALL (told, e) {
  UNWIND range(0, size(e.about[..2]) - 1) AS place
  MATCH (m:MATTERS_ {uid: e.about[place]})
  CREATE (told)-[:SPEAKS_OF {place: place}]->(m)
}
RETURN count(DISTINCT told) AS told
