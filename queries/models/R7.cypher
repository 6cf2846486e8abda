// title: Invoice never booked 开票未入账
// model: R7
// version: 1
// severity: HIGH
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: Meals of the canteen; an invoice cancelled later; a meeting paid from another budget
// innocent_zh: 食堂用餐；发票作废；由会议费列支
// because: {seller} made out invoice {invoice} of {yuan} yuan to {unit} on {day}; no bill of the unit has it: who paid?
// because_zh: {seller}于{day}向{unit}开具发票{invoice}计{yuan}元，单位账单中未见，应查明由谁支付
// parameter dining [String] ["餐饮","餐费","酒店","饭店","饭庄","酒家","酒楼","农家乐","会所","山庄","住宿"] words -- Words of restaurants and meals 餐饮类用语
// params: dining
// returns: key, facts, records, ties, named
// scope: system
MATCH (i:Invoice)-[:BOUGHT_BY]->(h:Unit), (i)-[:SOLD_BY]->(s:Unit)
WHERE h.unit_kind IN ['PARTY_ORGAN', 'ORGAN', 'INSTITUTION', 'TOWNSHIP', 'VILLAGE', 'STATE_ENTERPRISE']
  AND any(word IN $dining WHERE coalesce(i.items, '') CONTAINS word OR coalesce(s.name, '') CONTAINS word)
  AND NOT EXISTS { MATCH (b:ReceptionBill) WHERE b.invoice = i.invoice_number }
  AND EXISTS { MATCH (b:ReceptionBill) WHERE b.invoice IS NOT NULL } // else no bill says which invoice it has
RETURN i.invoice_number AS key, [i] AS records, [] AS ties, [['SUBJECT_UNIT', h], ['PAYEE', s]] AS named,
  {seller: coalesce(s.name, '?'), invoice: i.invoice_number, yuan: i.amount_fen / 100.0, unit: coalesce(h.name, '?'), day: toString(i.occurred_on), amount_fen: i.amount_fen} AS facts
