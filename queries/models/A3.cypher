// title: A journey while at work 出差期间有考勤
// model: A3
// version: 1
// severity: HIGH
// channel: OTHER
// problem: ALLOWANCE
// team: CONDUCT
// innocent: A colleague signed in; the journey was cut short
// innocent_zh: 他人代签；提前返回
// because: {person} was paid for a journey to {place} and was at work on {day}
// because_zh: {person}报销{place}出差期间，{day}有到岗考勤
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (c:TravelClaim)-[:CLAIMED_BY]->(p:Person)<-[:PRESENT]-(a:AttendanceDay)
WHERE c.occurred_on < date(a.occurred_at) AND date(a.occurred_at) < c.ended_on
WITH c, p, a ORDER BY a.occurred_at
WITH c, p, collect(a) AS found
RETURN c.claim_number AS key, [c] + found AS records, [] AS ties, [['SUBJECT', p]] + [(c)-[says:CLAIMED_FROM]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {person: coalesce(p.name, '?'), place: coalesce(c.destination, '?'), day: toString(date(found[0].occurred_at)), amount_fen: c.amount_fen} AS facts
