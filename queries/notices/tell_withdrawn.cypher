// title: Tell the teams that were told of links that these are withdrawn: one notice in the place of all earlier ones
// params: uids, at
// returns: told
// scope: system
// The numbers go up in steps of chance: who sees some of them cannot count the others.
UNWIND $uids AS uid
MATCH (l:Link {uid: uid})
WHERE l.state = 'PROPOSED'
MATCH (n:Notice {link: uid})-[:TOLD_TO]->(t:Team)
WHERE n.kind <> 'LINK_WITHDRAWN'
WITH l, t, collect(n) AS earlier ORDER BY l.uid, t.team_code
WITH collect({link: l.uid, rule: l.rule, sentence: l.sentence, audiences: l.audiences, team: t, earlier: earlier, ends: COLLECT { MATCH (l)-[j:JOINS]->(m) RETURN [j.place, m] }}) AS told
WHERE size(told) > 0
MERGE (b:NoticeBook {uid: 'notices'})
SET b.last = coalesce(b.last, 0) + 1000 * size(told)
WITH told, b.last - 1000 * size(told) AS before
UNWIND range(1, size(told)) AS place
WITH before + 1000 * place - toInteger(1000 * rand()) AS number, told[place - 1] AS each
CREATE (n:Notice {uid: 'notice_' + replace(randomUUID(), '-', ''), number: number, kind: 'LINK_WITHDRAWN', at: datetime($at), link: each.link, rule: each.rule, sentence: each.sentence, audiences: each.audiences})
WITH n, each, each.team AS t
CREATE (n)-[:TOLD_TO]->(t)
FOREACH (gone IN each.earlier | DETACH DELETE gone)
WITH n, each
CALL (n, each) {
  UNWIND each.ends AS end
  WITH end[0] AS place, end[1] AS m
  CREATE (n)-[:SPEAKS_OF {place: place}]->(m)
}
RETURN count(n) AS told
