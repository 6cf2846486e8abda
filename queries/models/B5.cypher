// title: Relief for the owner of a car or firm 有车有企业者领取救助
// model: B5
// version: 1
// severity: MEDIUM
// channel: OTHER
// problem: SUBSIDY
// team: CONDUCT
// innocent: A car for the disabled; a cooperative in the villagers' names
// innocent_zh: 残疾人用车；挂名合作社
// because: {person} drew {scheme} on {day} and has {what} (payment {payment})
// because_zh: {person}于{day}领取{scheme}，名下有{what}（流水号{payment}）
// parameter schemes [String] ["农村低保金","城市低保金","低保","最低生活保障","特困"] words -- Schemes that are relief for the poor 救助类补贴
// parameter capital_wan Int 10 10000-yuan -- Capital from which a firm counts 计入的企业注册资本（万元）
// params: schemes, capital_wan
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:SubsidyPayment)-[:PAID_TO]->(p:Person)
WHERE any(word IN $schemes WHERE s.scheme CONTAINS word)
CALL (s, p) {
  MATCH (p)<-[w:OWNED_BY]-(v:Vehicle)
  WHERE held_on(w, s.occurred_on) AND coalesce(s.occurred_on < v.retired_on, true)
  RETURN w, v AS thing, v.plate AS what
  UNION
  MATCH (p)-[w:HOLDS_SHARE]->(f:Unit)
  WHERE coalesce(f.capital_fen, 0) >= $capital_wan * 1000000 AND held_on(w, s.occurred_on)
  RETURN w, f AS thing, coalesce(f.name, f.uscc, '?') AS what
}
WITH s, p, w, thing, what ORDER BY what, w.uid
WITH s, p, collect(w) AS ties, collect(DISTINCT thing) AS things, collect(what) AS whats
RETURN s.payment_number AS key, [s] AS records, ties, [['PAYEE', p]] + [(s)-[says:GRANTED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] + [x IN things | ['INVOLVED', x]] AS named, {scheme: coalesce(s.scheme, '?'), payment: s.payment_number, day: toString(s.occurred_on), amount_fen: s.amount_fen, person: coalesce(p.name, '?'), what: whats[0]} AS facts
