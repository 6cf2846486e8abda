// title: Tell teams of clues, tickets and tasks, each thing once to each team; where a duty is named, those of the team who have it
// params: told, at
// returns: told
// scope: system
// The numbers go up in steps of chance: who sees some of them cannot count the others.
UNWIND $told AS each
MATCH (c:Clue|Ticket|Task {uid: each.about})
UNWIND each.teams AS code
WITH each, c, each.once + ' ' + code AS once, COLLECT { MATCH (t:Team {team_code: code}) RETURN t ORDER BY t.uid }[0] AS t
WHERE t IS NOT NULL AND NOT EXISTS { MATCH (:Notice {once: once}) }
WITH once, head(collect({said: each, subject: c, team: t, once: once})) AS new ORDER BY once
WITH collect(new) AS news
WHERE size(news) > 0
MERGE (b:NoticeBook {uid: 'notices'})
SET b.last = coalesce(b.last, 0) + 1000 * size(news)
WITH news, b.last - 1000 * size(news) AS before
UNWIND range(1, size(news)) AS place
WITH news[place - 1] AS each, before + 1000 * place - toInteger(1000 * rand()) AS number
CREATE (n:Notice {uid: 'notice_' + replace(randomUUID(), '-', ''), number: number, at: datetime($at), once: each.once, audiences: []})
SET n += each.said.shown, n.due_on = date(each.said.due_on)
WITH n, each, each.team AS t, each.subject AS c
SET n.clue = CASE WHEN c:Clue THEN c.uid END, n.task = CASE WHEN NOT c:Clue THEN c.uid END
CREATE (n)-[:TOLD_TO]->(t)
FOREACH (m IN CASE WHEN c:Task THEN [] ELSE [c] END | CREATE (n)-[:SPEAKS_OF {place: 0}]->(m))
RETURN count(n) AS told
