// title: A jump in reception cost 接待费激增
// model: R6
// version: 2
// severity: LOW
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: A conference or an inspection that the city held there
// innocent_zh: 承办会议或迎检
// because: {unit} spent {now} yuan on receptions in {quarter}, {before} yuan a year before
// because_zh: {unit}{quarter}接待支出{now}元，上年同期{before}元
// parameter factor Float 1.3 ratio -- Growth on a year before that is too much 同比增长上限
// parameter least_bills Int 3 bills -- Bills of a quarter below which nothing is said 季度最少账单数
// parameter least_yuan Float 3000 yuan -- Growth below which nothing is said 最小增加额（元）
// params: factor, least_bills, least_yuan
// returns: key, facts, records, ties, named
// scope: system
MATCH (b:ReceptionBill)-[:HOSTED_BY]->(h:Unit)
WHERE b.amount_fen IS NOT NULL AND b.occurred_at IS NOT NULL
WITH h, date(b.occurred_at).year AS year, date(b.occurred_at).quarter AS quarter, b ORDER BY b.occurred_at, b.bill_number
WITH h, year, quarter, collect(DISTINCT b) AS found
WITH h, quarter, collect({year: year, found: found, fen: reduce(sum = 0, x IN found | sum + x.amount_fen)}) AS years
UNWIND years AS now
WITH h, quarter, now, head([y IN years WHERE y.year = now.year - 1]) AS before
WHERE before IS NOT NULL AND size(now.found) >= $least_bills AND size(before.found) >= $least_bills
  AND now.fen > before.fen * $factor AND now.fen - before.fen > $least_yuan * 100
RETURN toString(now.year) + 'Q' + toString(quarter) + '|' + coalesce(h.name, h.uid) AS key, now.found + before.found AS records, [] AS ties, [['SUBJECT_UNIT', h]] AS named,
  {unit: coalesce(h.name, '?'), quarter: toString(now.year) + 'Q' + toString(quarter), now: now.fen / 100.0, before: before.fen / 100.0, amount_fen: now.fen} AS facts
