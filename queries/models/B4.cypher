// title: Relief for the kin of a village cadre 村干部亲属领取救助未备案
// model: B4
// version: 1
// severity: MEDIUM
// channel: OTHER
// problem: SUBSIDY
// team: CONDUCT
// innocent: The household qualifies, and the filing is on paper
// innocent_zh: 家庭确符合条件；备案为纸质
// because: {person}, {steps} step(s) of kin from {cadre} of {village}, drew {scheme} on {day}; no filing is known (payment {payment})
// because_zh: {person}系{village}{cadre}的近亲属（{steps}层亲属关系），{day}领取{scheme}，未见备案（流水号{payment}）
// parameter schemes [String] ["农村低保金","城市低保金","低保","最低生活保障","特困"] words -- Schemes that are relief for the poor 救助类补贴
// parameter generations Int 3 generations -- Generations of kin that must be filed 须备案的亲属代际
// params: schemes, generations
// returns: key, facts, records, ties, named
// scope: system
MATCH (s:SubsidyPayment)-[:PAID_TO]->(p:Person)
WHERE any(word IN $schemes WHERE s.scheme CONTAINS word) AND NOT EXISTS { (:KinFiling)-[:FILED_FOR]->(p) }
CALL (s, p) {
  MATCH (p)-[k:KIN_OF]-{0,2}(c:Person)-[w:HOLDS_POST]->(v:Unit {unit_kind: 'VILLAGE'})
  WHERE (c <> p OR size(k) = 0) AND size(k) < $generations AND held_on(w, s.occurred_on) AND all(x IN k WHERE held_on(x, s.occurred_on))
    AND none(x IN k WHERE x.relation = 'IN_LAW') AND (size(k) < 2 OR none(x IN k WHERE x.relation = 'SPOUSE'))
  RETURN k, c, w, v ORDER BY size(k), c.name, v.name, w.uid LIMIT 1
}
RETURN s.payment_number AS key, [s] AS records, k + [w] AS ties, [['PAYEE', p]] + [(s)-[says:GRANTED_BY]->(u:Unit) | ['SUBJECT_UNIT', u, says]] + [['SUBJECT', c], ['INVOLVED', v]] AS named,
  {scheme: coalesce(s.scheme, '?'), payment: s.payment_number, day: toString(s.occurred_on), amount_fen: s.amount_fen, person: coalesce(p.name, '?'), cadre: coalesce(c.name, '?'), village: coalesce(v.name, '?'), steps: size(k)} AS facts
