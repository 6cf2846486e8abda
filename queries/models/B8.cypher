// title: More land than there is 补贴面积大于承包面积
// model: B8
// version: 1
// severity: MEDIUM
// channel: OTHER
// problem: SUBSIDY
// team: CONDUCT
// innocent: Land rented from others with a contract
// innocent_zh: 有合同的流转土地
// because: {scheme} was paid to {person} for {area} mu; the household has {land} mu (payment {payment})
// because_zh: {person}按{area}亩领取{scheme}，该户承包地{land}亩（流水号{payment}）
// parameter factor Float 1.0 ratio -- Share of the contracted land above which it is told 补贴面积与承包面积之比上限
// params: factor
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:SubsidyPayment)-[:PAID_TO]->(p:Person)-[l:LIVES_IN]->(h:Household)
WHERE s.area_mu > h.land_mu * $factor AND held_on(l, s.occurred_on)
RETURN s.payment_number AS key, [s] AS records, [l] AS ties, [['PAYEE', p]] + [(s)-[says:GRANTED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] + [['INVOLVED', h]] AS named, {scheme: coalesce(s.scheme, '?'), payment: s.payment_number, day: toString(s.occurred_on), amount_fen: s.amount_fen, person: coalesce(p.name, '?'), area: s.area_mu, land: h.land_mu} AS facts
