// title: A reception by a unit for the one above it 上下级公务接待
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// from: THING
// because: One names {lower}, the other {upper}, which is above it; {lower} had a reception on {day} (bill {bill}), and each of the two speaks of its day, its place or its number
// because_zh: 一件涉及{lower}，另一件涉及其上级{upper}；{lower}于{day}有公务接待（账单{bill}），两件事项分别提到其日期、地点或文号
// weight: 0.95
CALL (e) {
  MATCH (e:Unit)-[u:UNDER]->(s:Unit)
  WHERE visible(u, s)
  RETURN e AS h, u, s, s AS far
  UNION ALL
  MATCH (e:Unit)<-[u:UNDER]-(h:Unit)
  WHERE visible(u, h)
  RETURN h, u, e AS s, h AS far
}
// A unit has hundreds of receptions: first what of them this matter can speak of at all.
WITH m, e, x, day, h, u, s, far, COLLECT { MATCH (m)-[:MENTIONS]->(d:Mention) WHERE visible(d) AND d.kind IN ['DATE', 'DOCUMENT'] RETURN d } AS here,
  COLLECT { MATCH (m)-[v:NAMES|NAMES_IN_TEXT]->(a:Unit) WHERE visible(v, a) AND EXISTS { MATCH (a)<-[w:SERVED_BY]-(b) WHERE visible(w, b) } RETURN a } AS eateries
WHERE size(here) > 0 OR size(eateries) > 0
MATCH (h)<-[k:HOSTED_BY]-(b:ReceptionBill)
WHERE visible(k, b) AND b.occurred_at IS NOT NULL AND coalesce(date(b.occurred_at) <= day, true)
WITH m, e, x, h, u, s, far, here, eateries, b, toString(date(b.occurred_at)) AS held, [toString(date(b.occurred_at)), b.bill_number, b.letter_number] AS signs
WHERE CASE WHEN any(d IN here WHERE d.normal IN signs) THEN true WHEN size(eateries) = 0 THEN false
  ELSE EXISTS { MATCH (b)-[w:SERVED_BY]->(a:Unit) WHERE visible(w, a) AND a IN eateries } END
WITH m, e, x, h, u, s, far, b, held, signs, any(d IN here WHERE d.kind = 'DATE' AND d.normal = held) AS is_dated, namings_counted(far) AS counted
WITH m, e, x, h, u, s, far, b, held, signs, is_dated, namers(far, counted) AS others
UNWIND others AS one
WITH m, e, x, h, u, s, far, b, held, signs, is_dated, one.matter AS other, one.namings AS those
WHERE other <> m AND coalesce(date(held) <= came_on(other), true)
WITH m, e, x, h, u, s, far, b, held, signs, is_dated, other, those,
  COLLECT { MATCH (other)-[:MENTIONS]->(d:Mention) WHERE visible(d) AND d.kind IN ['DATE', 'DOCUMENT'] RETURN d } AS there
WHERE (is_dated OR any(d IN there WHERE d.kind = 'DATE' AND d.normal = held)) AND (any(d IN there WHERE d.normal IN signs)
  OR EXISTS { MATCH (other)-[v:NAMES|NAMES_IN_TEXT]->(a:Unit)<-[w:SERVED_BY]-(b) WHERE visible(v, a, w) })
WITH m, e, x, h, u, s, far, b, held, other, surest(those) AS y
RETURN other, [m, e, far, other] AS nodes, [x, u, y] AS edges, 2 AS degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {lower: coalesce(h.name, h.uscc), upper: coalesce(s.name, s.uscc), day: held, bill: b.bill_number} AS facts
