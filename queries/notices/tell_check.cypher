// title: Tell what came of an alert: the teams of the alert, the desk of its model, and the teams of the matter that it became, each once
// params: check, at, receiver
// returns: told
// scope: system
// The numbers go up in steps of chance: who sees some of them cannot count the others.
MATCH (k:AlertCheck {uid: $check})
MATCH (a:Alert {uid: k.alert})
OPTIONAL MATCH (became:Clue|Ticket {uid: k.matter})
CALL (a, became) {
  UNWIND [a, became] AS m
  WITH m WHERE m IS NOT NULL
  OWNERS_
  RETURN t
  UNION
  MATCH (t:Team {team_code: $receiver})
  RETURN t
}
WITH DISTINCT k, a, became, t ORDER BY t.team_code
WITH k, a, became, collect(t) AS teams
MERGE (b:NoticeBook {uid: 'notices'})
SET b.last = coalesce(b.last, 0) + 1000 * size(teams)
WITH k, a, became, teams, b.last - 1000 * size(teams) AS before
UNWIND range(1, size(teams)) AS place
WITH k, a, became, teams[place - 1] AS t, before + 1000 * place - toInteger(1000 * rand()) AS number
CREATE (told:Notice {uid: 'notice_' + replace(randomUUID(), '-', ''), number: number, kind: 'ALERT_CHECKED', at: datetime($at), check: k.uid, sentence: k.reason, audiences: []})
CREATE (told)-[:TOLD_TO]->(t)
CREATE (told)-[:SPEAKS_OF {place: 0}]->(a)
FOREACH (m IN [each IN [became] WHERE each IS NOT NULL] | CREATE (told)-[:SPEAKS_OF {place: 1}]->(m))
RETURN count(told) AS told
