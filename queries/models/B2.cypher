// title: Treated after death 死亡后就医
// model: B2
// version: 1
// severity: HIGH
// channel: OTHER
// problem: SPECIAL_FUND
// team: CONDUCT
// innocent: The death was registered late; a bill that was settled later
// innocent_zh: 死亡登记滞后；费用延后结算
// because: {person}, who died on {died}, was treated on {day} (stay {stay})
// because_zh: {person}于{died}死亡，{day}仍有就医结算（流水号{stay}）
// parameter days Int 7 days -- Days after death within which a bill may be late 死亡后允许的天数
// params: days
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:HospitalStay)-[:STAY_OF]->(p:Person)
WHERE p.died_on IS NOT NULL AND s.occurred_on > p.died_on + duration({days: $days})
RETURN s.stay_number AS key, [s] AS records, [] AS ties, [['INVOLVED', p]] + [(s)-[says:STAYED_AT]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {person: coalesce(p.name, '?'), died: toString(p.died_on), day: toString(s.occurred_on), stay: s.stay_number, amount_fen: s.amount_fen} AS facts
