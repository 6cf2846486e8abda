// title: A meal for the superior 下级接待上级检查人员
// model: R8
// version: 1
// severity: HIGH
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: A working meal at the canteen standard, paid by the guests
// innocent_zh: 按标准安排工作餐且已交纳伙食费
// because: {unit} received {guests} of {upper}, which is above it, on {day} during {purpose} (bill {bill})
// because_zh: {unit}于{day}在{purpose}期间接待上级{upper}人员{guests}人（账单{bill}）
// parameter visit_words [String] ["检查","考核","督查","验收","督导","评估","调研检查"] words -- Words of visits that check or judge 检查考核类用语
// params: visit_words
// returns: key, facts, records, ties, named
// scope: system
MATCH (b:ReceptionBill)-[:HOSTED_BY]->(h:Unit), (b)-[:GUESTS_FROM]->(g:Unit)
WHERE any(word IN $visit_words WHERE b.purpose CONTAINS word) AND g <> h
MATCH (h)-[x:UNDER]->{1,3}(g)
WHERE all(tie IN x WHERE held_on(tie, date(b.occurred_at)))
WITH b, h, g, x ORDER BY size(x), g.name, g.uid
WITH b, h, collect(DISTINCT g) AS upper, collect(x)[0] AS ties
RETURN b.bill_number AS key, [b] AS records, ties, [['SUBJECT_UNIT', h]] + [(b)-[says:SERVED_BY]->(s:Unit) | ['PAYEE', s, says]] + [g IN upper | ['GUEST', g]] AS named,
  {bill: b.bill_number, day: toString(date(b.occurred_at)), unit: coalesce(h.name, '?'), amount_fen: b.amount_fen, guests: coalesce(b.guests, 0), upper: coalesce(upper[0].name, '?'), purpose: b.purpose} AS facts
