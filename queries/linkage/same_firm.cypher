// title: Same firm 同一企业
// params: viewer_audiences, hub_cap
// returns: other, here, there, counted, certainty, facts
// scope: shared
// both: Unit
// because: Both name the firm {shared}: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项都涉及企业{shared}（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// alike: CREDIT_CODE
// alike_because: The texts of both speak of the credit code {shared}: “{here_words}” here, “{there_words}” there; {degree} matters do
// alike_because_zh: 两件事项的文字都提到信用代码{shared}（本件“{here_words}”，另一件“{there_words}”），共有{degree}件事项提到
// weight: 0.92
WITH e, x, degree, sharers, private
WHERE private AND NOT EXISTS { MATCH (e)<-[s:SERVED_BY]-(b:ReceptionBill) WHERE visible(s, b) }
UNWIND sharers AS one
WITH e, one.matter AS other, x AS here, one.surest AS there, degree
RETURN other, here, there, degree AS counted, 1.0 AS certainty, {shared: coalesce(e.name, e.uscc), here: here.role, there: there.role, degree: degree} AS facts
