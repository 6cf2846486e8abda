// title: Two journeys at once 差旅报销时间重叠
// model: A2
// version: 1
// severity: HIGH
// channel: OTHER
// problem: ALLOWANCE
// team: CONDUCT
// innocent: One journey with two legs, claimed apart
// innocent_zh: 一次出差多地、分开报销
// because: {person} was paid for journeys to {one} and {other} that overlap on {day}
// because_zh: {person}报销的{one}、{other}两次出差在{day}重叠
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (a:TravelClaim)-[:CLAIMED_BY]->(p:Person)<-[:CLAIMED_BY]-(b:TravelClaim)
WHERE a <> b AND (a.occurred_on < b.occurred_on OR (a.occurred_on = b.occurred_on AND a.claim_number < b.claim_number))
  AND (b.occurred_on < coalesce(a.ended_on, a.occurred_on) OR a.occurred_on = b.occurred_on)
RETURN a.claim_number AS key, [a, b] AS records, [] AS ties, [['SUBJECT', p]] + [(b)-[says:CLAIMED_FROM]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {person: coalesce(p.name, '?'), one: coalesce(a.destination, '?'), other: coalesce(b.destination, '?'), day: toString(b.occurred_on),
   amount_fen: coalesce(a.amount_fen, 0) + coalesce(b.amount_fen, 0)} AS facts
