// title: Paid to the dead 向死亡人员发放
// model: B1
// version: 1
// severity: HIGH
// channel: OTHER
// problem: SUBSIDY
// team: CONDUCT
// innocent: The death was registered late; arrears for the time before
// innocent_zh: 死亡登记滞后；补发生前待遇
// because: {scheme} was paid to {person} on {day}, who died on {died} (payment {payment})
// because_zh: {person}于{died}死亡，{day}仍发放{scheme}（流水号{payment}）
// parameter grace_months Int 1 months -- Months after death within which a payment may be late 死亡后允许的月数
// params: grace_months
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:SubsidyPayment)-[:PAID_TO]->(p:Person)
WHERE p.died_on IS NOT NULL AND s.occurred_on > p.died_on + duration({months: $grace_months})
RETURN s.payment_number AS key, [s] AS records, [] AS ties, [['PAYEE', p]] + [(s)-[says:GRANTED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named, {scheme: coalesce(s.scheme, '?'), payment: s.payment_number, day: toString(s.occurred_on), amount_fen: s.amount_fen, person: coalesce(p.name, '?'), died: toString(p.died_on)} AS facts
