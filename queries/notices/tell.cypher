// title: Tell the teams of both matters of links, each team once per link
// params: uids, kind, at
// returns: told
// scope: system
// The numbers go up in steps of chance: who sees some of them cannot count the others.
UNWIND $uids AS uid
MATCH (l:Link {uid: uid})-[:JOINS]->(m)
OWNERS_
WITH DISTINCT l, t ORDER BY l.uid, t.team_code
WITH collect([l, t]) AS told
WHERE size(told) > 0
MERGE (b:NoticeBook {uid: 'notices'})
SET b.last = coalesce(b.last, 0) + 1000 * size(told)
WITH told, b.last - 1000 * size(told) AS before
UNWIND range(1, size(told)) AS place
WITH before + 1000 * place - toInteger(1000 * rand()) AS number, told[place - 1][0] AS l, told[place - 1][1] AS t
CREATE (n:Notice {uid: 'notice_' + replace(randomUUID(), '-', ''), number: number, kind: $kind, at: datetime($at), link: l.uid, rule: l.rule, sentence: l.sentence, audiences: l.audiences})
CREATE (n)-[:TOLD_TO]->(t)
WITH n, l
MATCH (l)-[j:JOINS]->(m)
CREATE (n)-[:SPEAKS_OF {place: j.place}]->(m)
RETURN count(DISTINCT n) AS told
