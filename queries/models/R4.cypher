// title: No letter, or one letter twice 无公函或公函重复使用
// model: R4
// version: 1
// severity: MEDIUM
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: Guests who came by telephone notice; a second meal of the same visit
// innocent_zh: 电话通知来访；同一批客人的第二餐
// because: Bill {bill} of {unit} on {day}: {what}
// because_zh: {unit}于{day}的接待账单{bill}：{what_zh}
// params: none
// returns: key, facts, records, ties, named
// scope: system
// A register that knows of no letter at all cannot say that one is missing.
OPTIONAL MATCH (o:ReceptionBill)
WHERE o.letter_number IS NOT NULL
WITH collect(DISTINCT o.source) AS lettered
CALL (lettered) {
  MATCH (b:ReceptionBill)
  WHERE b.letter_number IS NULL AND b.source IN lettered
  RETURN b, [] AS others
  UNION
  MATCH (o:ReceptionBill)
  WHERE o.letter_number IS NOT NULL AND o.occurred_at IS NOT NULL
  WITH o ORDER BY o.occurred_at, o.bill_number
  WITH o.letter_number AS letter, collect(o) AS bills
  WITH bills[0] AS b, [o IN bills WHERE date(o.occurred_at) > date(bills[0].occurred_at)] AS others
  WHERE size(others) > 0
  RETURN b, others
}
MATCH (b)-[:HOSTED_BY]->(h:Unit)
RETURN b.bill_number AS key, [b] + others AS records, [] AS ties, [['SUBJECT_UNIT', h]] + [(b)-[says:SERVED_BY]->(s:Unit) | ['PAYEE', s, says]] AS named,
  {bill: b.bill_number, day: toString(date(b.occurred_at)), unit: coalesce(h.name, '?'), amount_fen: b.amount_fen, what: CASE WHEN b.letter_number IS NULL THEN 'there is no letter' ELSE 'letter ' + b.letter_number + ' stands on ' + toString(size(others) + 1) + ' bills' END,
   what_zh: CASE WHEN b.letter_number IS NULL THEN '无公函' ELSE '公函' + b.letter_number + '用于' + toString(size(others) + 1) + '张账单' END} AS facts
