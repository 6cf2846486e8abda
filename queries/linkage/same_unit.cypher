// title: Same unit, whatever the problem 同一单位
// params: viewer_audiences
// returns: other, here, there, counted, certainty, facts
// scope: shared
// both: Unit
// because: Both name the unit {shared} within two years, which alone is little: this one as {here: Role}, the other as {there: Role}; {degree} matters name it
// because_zh: 两件事项在两年内都涉及单位{shared}，仅此一点依据薄弱（本件为{here: Role}，另一件为{there: Role}），共有{degree}件事项涉及
// weight: 0.34
// What same_firm does not connect: public units, firms that serve everybody, and eateries, which all kinds of people name. In a crowd it would say nothing.
WITH e, x, degree, sharers, private
WHERE degree <= SMALL_CROWD_ AND coalesce(x.certainty, 1.0) >= SURE_NAMING_
  AND (NOT private OR EXISTS { MATCH (e)<-[s:SERVED_BY]-(b:ReceptionBill) WHERE visible(s, b) })
UNWIND sharers AS one
WITH e, x, degree, one
WHERE coalesce(one.days <= SAME_PROBLEM_DAYS_, true)
WITH e, one.matter AS other, x AS here, one.surest AS there, degree
WHERE coalesce(there.certainty, 1.0) >= SURE_NAMING_
RETURN other, here, there, degree AS counted, 1.0 AS certainty, {shared: coalesce(e.name, e.uscc), here: here.role, there: there.role, degree: degree} AS facts
