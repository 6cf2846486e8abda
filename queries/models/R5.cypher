// title: A bill split below the limit 拆分账单
// model: R5
// version: 1
// severity: MEDIUM
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: Two delegations on one day
// innocent_zh: 同日两批客人
// because: {unit} paid {count} bills of {yuan} yuan together at {shop} on {day}, each below the limit
// because_zh: {unit}于{day}在{shop}分{count}张账单共支出{yuan}元，单张均低于审批限额
// parameter approval_limit_yuan Float 2000 yuan -- Amount above which a reception needs approval 须审批的单次金额（元）
// params: approval_limit_yuan
// returns: key, facts, records, ties, named
// scope: system
MATCH (b:ReceptionBill)-[:HOSTED_BY]->(h:Unit), (b)-[:SERVED_BY]->(s:Unit)
WHERE b.occurred_at IS NOT NULL AND b.amount_fen < $approval_limit_yuan * 100
WITH h, s, date(b.occurred_at) AS day, b ORDER BY b.occurred_at, b.bill_number
WITH h, s, day, collect(DISTINCT b) AS found
WITH h, s, day, found, reduce(sum = 0, x IN found | sum + x.amount_fen) AS fen
WHERE size(found) > 1 AND fen > $approval_limit_yuan * 100
RETURN found[0].bill_number AS key, found AS records, [] AS ties, [['SUBJECT_UNIT', h], ['PAYEE', s]] AS named,
  {unit: coalesce(h.name, '?'), count: size(found), yuan: fen / 100.0, shop: coalesce(s.name, '?'), day: toString(day), amount_fen: fen} AS facts
