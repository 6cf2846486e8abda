// title: A reception by a unit for the one above it 上下级公务接待
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: One names {lower}, the other {upper}, which is above it; {lower} had a reception on {day} (bill {bill}), and each of the two speaks of its day, its place or its number
// because_zh: 一件涉及{lower}，另一件涉及其上级{upper}；{lower}于{day}有公务接待（账单{bill}），两件事项分别提到其日期、地点或文号
// weight: 0.95
CALL (m) {
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(h:Unit)-[u:UNDER]->(s:Unit)
  WHERE visible(x, h, u, s)
  RETURN x, h, u, s, s AS far
  UNION ALL
  MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(s:Unit)<-[u:UNDER]-(h:Unit)
  WHERE visible(x, h, u, s)
  RETURN x, h, u, s, h AS far
}
MATCH (h)<-[k:HOSTED_BY]-(b:ReceptionBill)
WHERE visible(k, b) AND b.occurred_at IS NOT NULL AND coalesce(date(b.occurred_at) <= came_on(m), true)
WITH m, x, h, u, s, far, b, toString(date(b.occurred_at)) AS day
WHERE EXISTS {
  MATCH (m)-[:MENTIONS]->(d:Mention) WHERE visible(d) AND d.kind IN ['DATE', 'DOCUMENT'] AND d.normal IN [day, b.bill_number, b.letter_number]
  UNION
  MATCH (m)-[v:NAMES|NAMES_IN_TEXT]->(a:Unit)<-[w:SERVED_BY]-(b) WHERE visible(v, a, w)
}
MATCH (far)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other) AND coalesce(date(day) <= came_on(other), true) AND EXISTS {
  MATCH (other)-[:MENTIONS]->(d:Mention) WHERE visible(d) AND d.kind IN ['DATE', 'DOCUMENT'] AND d.normal IN [day, b.bill_number, b.letter_number]
  UNION
  MATCH (other)-[v:NAMES|NAMES_IN_TEXT]->(a:Unit)<-[w:SERVED_BY]-(b) WHERE visible(v, a, w)
}
AND (EXISTS { MATCH (m)-[:MENTIONS]->(d:Mention {kind: 'DATE', normal: day}) WHERE visible(d) }
  OR EXISTS { MATCH (other)-[:MENTIONS]->(d:Mention {kind: 'DATE', normal: day}) WHERE visible(d) })
WITH m, x, h, u, s, far, b, day, y, other, COUNT { MATCH (far)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS crowd
WHERE crowd <= $hub_cap
RETURN other, CASE WHEN far = s THEN [m, h, s, other] ELSE [m, s, h, other] END AS nodes, [x, u, y] AS edges, 2 AS degree,
  coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {lower: coalesce(h.name, h.uscc), upper: coalesce(s.name, s.uscc), day: day, bill: b.bill_number} AS facts
