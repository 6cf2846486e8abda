// title: Luxuries before a festival 节前购买高档礼品
// model: R10
// version: 1
// severity: MEDIUM
// channel: CONSUMPTION
// problem: GIFTS
// team: CONDUCT
// innocent: Goods for the canteen or for workers by rule
// innocent_zh: 食堂采购或按规定发放职工福利
// because: {unit} was billed {yuan} yuan for {items} on {day}, {days} days before a festival
// because_zh: {unit}于节前{days}天（{day}）取得{items}发票{yuan}元
// parameter days Int 15 days -- Days before a festival 节前天数
// parameter luxuries [String] ["茶叶","白酒","烟酒","香烟","月饼","购物卡","礼品","礼盒","大闸蟹","海鲜"] words -- Goods that are watched 关注物品
// parameter festivals [String] ["2023-01-22","2023-06-22","2023-09-29","2024-02-10","2024-06-10","2024-09-17","2025-01-29","2025-05-31","2025-10-06","2026-02-17","2026-06-19","2026-09-25"] days -- Spring, Dragon Boat and Mid-Autumn festivals 春节、端午、中秋
// params: days, luxuries, festivals
// returns: key, facts, records, ties, named
// scope: system
MATCH (i:Invoice)-[:BOUGHT_BY]->(h:Unit)
WHERE h.unit_kind IN ['PARTY_ORGAN', 'ORGAN', 'INSTITUTION', 'TOWNSHIP', 'VILLAGE', 'STATE_ENTERPRISE'] AND any(word IN $luxuries WHERE i.items CONTAINS word)
WITH i, h, [f IN $festivals WHERE date(f) > i.occurred_on AND date(f) <= i.occurred_on + duration({days: $days})] AS near
WHERE size(near) > 0
RETURN i.invoice_number AS key, [i] AS records, [] AS ties, [['SUBJECT_UNIT', h]] + [(i)-[says:SOLD_BY]->(s:Unit) | ['PAYEE', s, says]] AS named,
  {unit: coalesce(h.name, '?'), yuan: i.amount_fen / 100.0, items: i.items, day: toString(i.occurred_on), days: duration.inDays(i.occurred_on, date(near[0])).days, amount_fen: i.amount_fen} AS facts
