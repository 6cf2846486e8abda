// title: Over the standard, or goods that are banned 超标准或提供禁止物品
// model: R2
// version: 2
// severity: HIGH
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: Foreign guests or investors with a standard of their own
// innocent_zh: 外事、招商接待另有标准
// because: {unit} received guests on {day} at {head} yuan a head{banned} (bill {bill})
// because_zh: {unit}于{day}接待人均{head}元{banned_zh}（账单{bill}）
// parameter per_head_yuan Float 150 yuan -- Standard per head, guests and hosts together 人均餐标（元）
// parameter banned [String] ["香烟","中华烟","软中华","硬中华","芙蓉王","黄鹤楼烟","玉溪烟","利群烟","金圣烟","茅台","五粮液","国窖","剑南春","梦之蓝","青花郎","水井坊","高档白酒","高档酒","红酒拉菲","鱼翅","燕窝"] words -- Goods that may not be served 不得提供的物品
// parameter harmless [String] ["茅台镇"] words -- Longer words that hold one of these and mean no such goods 不属违禁的名称
// params: per_head_yuan, banned, harmless
// returns: key, facts, records, ties, named
// scope: system
MATCH (b:ReceptionBill)-[:HOSTED_BY]->(h:Unit)
WITH b, h, reduce(items = b.items, word IN $harmless | replace(items, word, '')) AS items
WITH b, h, coalesce(b.guests, 0) + coalesce(b.hosts, 0) AS heads, [word IN $banned WHERE items CONTAINS word] AS banned
WITH b, h, banned, CASE WHEN heads > 0 THEN b.amount_fen / 100.0 / heads END AS head
WHERE size(banned) > 0 OR head > $per_head_yuan
RETURN b.bill_number AS key, [b] AS records, [] AS ties, [['SUBJECT_UNIT', h]] + [(b)-[says:SERVED_BY]->(s:Unit) | ['PAYEE', s, says]] AS named,
  {bill: b.bill_number, day: toString(date(b.occurred_at)), unit: coalesce(h.name, '?'), amount_fen: b.amount_fen, head: round(head, 1), banned: CASE WHEN size(banned) > 0 THEN ', with ' + banned[0] ELSE '' END,
   banned_zh: CASE WHEN size(banned) > 0 THEN '，消费清单含' + banned[0] ELSE '' END} AS facts
