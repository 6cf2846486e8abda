// title: Same firm 同一企业
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: Both name the firm {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及企业{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// alike: CREDIT_CODE
// alike_because: The texts of both speak of the credit code {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到信用代码{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// weight: 0.92
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Unit)
WHERE is_firm(e) AND visible(x, e) AND NOT EXISTS { MATCH (e)<-[s:SERVED_BY]-(b:ReceptionBill) WHERE visible(s, b) }
WITH m, x, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS degree
WHERE degree <= $hub_cap
MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other)
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {shared: coalesce(e.name, e.uscc), here: x.role, there: y.role, degree: degree} AS facts
