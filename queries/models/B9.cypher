// title: Moved in to qualify 迁户后享受待遇
// model: B9
// version: 1
// severity: LOW
// channel: OTHER
// problem: SUBSIDY
// team: CONDUCT
// innocent: A marriage; a return from the army or from prison
// innocent_zh: 婚迁；退伍或刑满返乡
// because: {person} came into household {household} on {moved} and drew {scheme} on {day}
// because_zh: {person}于{moved}迁入{household}户，{day}即领取{scheme}
// parameter schemes [String] ["农村低保金","城市低保金","低保","最低生活保障","特困"] words -- Schemes that are relief for the poor 救助类补贴
// parameter days Int 180 days -- Days between the move and the first payment 迁入至首次领取的天数
// params: schemes, days
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:SubsidyPayment)-[:PAID_TO]->(p:Person)-[l:LIVES_IN]->(h:Household)
WHERE any(word IN $schemes WHERE s.scheme CONTAINS word) AND l.valid_from IS NOT NULL AND p.born_on < l.valid_from - duration({days: $days})
  AND l.valid_from <= s.occurred_on AND s.occurred_on <= l.valid_from + duration({days: $days})
WITH p, l, h, s ORDER BY s.occurred_on, s.payment_number
WITH p, l, h, collect(s)[0] AS s
RETURN s.payment_number AS key, [s] AS records, [l] AS ties, [['PAYEE', p]] + [(s)-[says:GRANTED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] + [['INVOLVED', h]] AS named,
  {scheme: coalesce(s.scheme, '?'), payment: s.payment_number, day: toString(s.occurred_on), amount_fen: s.amount_fen, person: coalesce(p.name, '?'), household: h.household_number, moved: toString(l.valid_from)} AS facts
