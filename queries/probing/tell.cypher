// title: Tell once that an officer asked too often for what gave nothing: keep it, and tell each team whose matters the questions touched
// params: officer, uid, at
// returns: told
// scope: system
MATCH (p:Misses {officer: $officer})
WHERE p.locked_until IS NOT NULL AND p.told IS NULL
SET p.told = $uid
CREATE (k:Probing {uid: $uid, by: p.officer, since: p.since, at: datetime($at), until: p.locked_until, misses: size(p.seen)})
WITH p, k
CALL (p) {
  UNWIND p.touched AS uid
  MATCH (m:MATTERS_ {uid: uid})
  OWNERS_
  RETURN t, min(m.uid) AS matter
}
WITH k, t, matter ORDER BY t.team_code
WITH k, collect([t, matter]) AS owners
MERGE (b:NoticeBook {uid: 'notices'})
SET b.last = coalesce(b.last, 0) + 1000 * size(owners)
WITH k, owners, b.last - 1000 * size(owners) AS before
UNWIND range(1, size(owners)) AS place
WITH k, owners[place - 1][0] AS t, owners[place - 1][1] AS matter, before + 1000 * place - toInteger(1000 * rand()) AS number
MATCH (m:MATTERS_ {uid: matter})
CREATE (told:Notice {uid: 'notice_' + replace(randomUUID(), '-', ''), number: number, kind: 'PROBED', at: datetime($at), check: k.uid, audiences: [],
  sentence: 'Officer ' + k.by + ' asked too often for what gave nothing, matters of yours among it 多次查询无权查阅的内容，涉及本部门事项'})
CREATE (told)-[:TOLD_TO]->(t)
CREATE (told)-[:SPEAKS_OF {place: 0}]->(m)
RETURN count(told) AS told
