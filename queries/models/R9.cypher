// title: Bidder and buyer at one table 干部与管理对象同店消费
// model: R9
// version: 1
// severity: MEDIUM
// channel: CONSUMPTION
// problem: DINING
// team: CONDUCT
// innocent: The only restaurant of the place
// innocent_zh: 当地仅有的餐饮场所
// because: {unit} and its supplier {firm} spent at {shop} within {hours} hours, {count} times
// because_zh: {unit}与其供应商{firm}在{shop}先后{hours}小时内消费，共{count}次
// parameter times Int 2 times -- Meetings from which it is told 同店次数
// params: times
// returns: key, facts, records, ties, named
// scope: system
MATCH (b:ReceptionBill)-[:HOSTED_BY]->(h:Unit), (b)-[:SERVED_BY]->(s:Unit)<-[:SOLD_BY]-(i:Invoice)-[:BOUGHT_BY]->(f:Unit)
WHERE date(b.occurred_at) = i.occurred_on AND EXISTS { MATCH (h)<-[:TENDERED_BY]-(:Project)-[:AWARDED_TO]->(f) }
CALL (h, f) {
  MATCH (h)<-[x:TENDERED_BY]-(p:Project)-[y:AWARDED_TO]->(f)
  RETURN p, [x, y] AS ties ORDER BY p.opened_on, p.project_number LIMIT 1
}
WITH h, s, f, p, ties, collect(DISTINCT b) AS bills, collect(DISTINCT i) AS invoices, count(DISTINCT i.occurred_on) AS days
WHERE days >= $times
RETURN coalesce(h.name, h.uid) + '|' + coalesce(f.uscc, f.name, f.uid) AS key, bills + invoices + [p] AS records, ties, [['SUBJECT_UNIT', h], ['INVOLVED', f], ['PAYEE', s]] AS named,
  {unit: coalesce(h.name, '?'), firm: coalesce(f.name, '?'), shop: coalesce(s.name, '?'), hours: 24, count: days} AS facts
