// title: Two schemes that exclude each other 重复享受互斥待遇
// model: B6
// version: 1
// severity: HIGH
// channel: OTHER
// problem: SUBSIDY
// team: CONDUCT
// innocent: A change of scheme within the month
// innocent_zh: 当月待遇转换
// because: {person} drew {scheme} and {other} for {period}
// because_zh: {person}在{period}同时领取{scheme}和{other}
// parameter exclusive [String] ["农村低保金","城市低保金","低保","最低生活保障","特困"] words -- Schemes of which one excludes the others 互斥的补贴项目
// params: exclusive
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:SubsidyPayment)-[:PAID_TO]->(p:Person)<-[:PAID_TO]-(o:SubsidyPayment)
WHERE (s.scheme < o.scheme OR (s.scheme = o.scheme AND s.payment_number < o.payment_number
    AND EXISTS { MATCH (s)-[:GRANTED_BY]->(u:Unit) WHERE NOT EXISTS { (o)-[:GRANTED_BY]->(u) } } AND EXISTS { (o)-[:GRANTED_BY]->(:Unit) }))
  AND any(word IN $exclusive WHERE s.scheme CONTAINS word) AND any(word IN $exclusive WHERE o.scheme CONTAINS word)
WITH s, o, p, [x IN [s, o] | coalesce(x.period, substring(toString(x.occurred_on), 0, 7))] AS periods
WHERE periods[0] = periods[1]
RETURN s.payment_number AS key, [s, o] AS records, [] AS ties, [['PAYEE', p]] + [(s)-[says:GRANTED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] AS named,
  {scheme: coalesce(s.scheme, '?'), payment: s.payment_number, day: toString(s.occurred_on), amount_fen: s.amount_fen, person: coalesce(p.name, '?'), other: o.scheme, period: periods[0]} AS facts
