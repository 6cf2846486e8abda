// title: In hospital and at work 住院期间有考勤
// model: M1
// version: 1
// severity: HIGH
// channel: OTHER
// problem: SPECIAL_FUND
// team: CONDUCT
// innocent: Day treatment; a colleague signed in
// innocent_zh: 日间治疗；他人代签
// because: {person} was in hospital and at work on {day} (stay {stay})
// because_zh: {person}住院期间{day}有到岗考勤（流水号{stay}）
// params: none
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:HospitalStay)-[:STAY_OF]->(p:Person)<-[:PRESENT]-(a:AttendanceDay)
WHERE s.occurred_on < date(a.occurred_at) AND date(a.occurred_at) < s.ended_on
WITH s, p, a ORDER BY a.occurred_at
WITH s, p, collect(a) AS found
RETURN s.stay_number AS key, [s] + found AS records, [] AS ties, [['INVOLVED', p]] + [(s)-[says:STAYED_AT]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {person: coalesce(p.name, '?'), day: toString(date(found[0].occurred_at)), stay: s.stay_number, amount_fen: s.amount_fen} AS facts
