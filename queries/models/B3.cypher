// title: Relief for the payroll 财政供养人员领取救助
// model: B3
// version: 1
// severity: HIGH
// channel: OTHER
// problem: SUBSIDY
// team: CONDUCT
// innocent: Two people of one name; a post that ended
// innocent_zh: 同名人员；已离职
// because: {person}, paid by {unit}, drew {scheme} on {day} (payment {payment})
// because_zh: {person}系{unit}财政供养人员，{day}领取{scheme}（流水号{payment}）
// parameter schemes [String] ["农村低保金","城市低保金","低保","最低生活保障","特困"] words -- Schemes that are relief for the poor 救助类补贴
// params: schemes
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:SubsidyPayment)-[:PAID_TO]->(p:Person)-[w:HOLDS_POST]->(e:Unit)
WHERE any(word IN $schemes WHERE s.scheme CONTAINS word) AND coalesce(w.on_payroll, e.unit_kind IN ['PARTY_ORGAN', 'ORGAN', 'INSTITUTION', 'TOWNSHIP']) AND held_on(w, s.occurred_on)
WITH s, p, w, e ORDER BY e.name, e.uid
WITH s, p, collect(w) AS posts, collect(e)[0] AS e
RETURN s.payment_number AS key, [s] AS records, posts AS ties, [['PAYEE', p]] + [(s)-[says:GRANTED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] + [['INVOLVED', e]] AS named, {scheme: coalesce(s.scheme, '?'), payment: s.payment_number, day: toString(s.occurred_on), amount_fen: s.amount_fen, person: coalesce(p.name, '?'), unit: coalesce(e.name, '?')} AS facts
