// title: Three papers disagree 小票、发票与清单不符
// model: R3
// version: 1
// severity: MEDIUM
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: An invoice written late; several tables on one invoice
// innocent_zh: 发票补开；多桌合并开票
// because: The papers of bill {bill} of {unit} disagree: {what}
// because_zh: {unit}账单{bill}的单据不一致：{what_zh}
// parameter days Int 1 days -- Days by which the papers may differ 单据日期允许相差天数
// parameter yuan Float 0.5 yuan -- Amount by which they may differ 单据金额允许相差
// params: days, yuan
// returns: key, facts, records, ties, named
// scope: system
MATCH (b:ReceptionBill)-[:HOSTED_BY]->(h:Unit)
WITH b, h, [x IN [date(b.occurred_at), date(b.paid_at), b.invoice_on] WHERE x IS NOT NULL | x] AS days,
  b.invoice_fen IS NOT NULL AND b.amount_fen IS NOT NULL AND abs(b.invoice_fen - b.amount_fen) > $yuan * 100 AS unequal
WITH b, h, unequal, days, any(x IN days WHERE any(y IN days WHERE y > x + duration({days: $days}))) AS apart
WHERE unequal OR apart
RETURN b.bill_number AS key, [b] AS records, [] AS ties, [['SUBJECT_UNIT', h]] + [(b)-[says:SERVED_BY]->(s:Unit) | ['PAYEE', s, says]] AS named,
  {bill: b.bill_number, day: toString(date(b.occurred_at)), unit: coalesce(h.name, '?'), amount_fen: b.amount_fen, what: CASE WHEN unequal THEN 'the list says ' + toString(b.amount_fen / 100.0) + ' yuan, the invoice ' + toString(b.invoice_fen / 100.0)
   ELSE 'their days are ' + reduce(s = '', x IN days | s + ' ' + toString(x)) END,
   what_zh: CASE WHEN unequal THEN '清单' + toString(b.amount_fen / 100.0) + '元，发票' + toString(b.invoice_fen / 100.0) + '元'
   ELSE '日期分别为' + reduce(s = '', x IN days | s + ' ' + toString(x)) END} AS facts
