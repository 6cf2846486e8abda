// title: One complaint again 重复投诉
// params: viewer_audiences, hub_cap
// returns: certainty, facts
// scope: part
// among: UNIT
// because: Both complain of {problem: Problem} in the unit {shared}, {days} days apart
// because_zh: 两件投诉都反映{shared}的{problem: Problem}问题，相隔{days}天
// weight: 0.85
// Who complains is nobody's business here: it is the same unit, the same problem, and near in time.
WITH m, other, e, same, days
WHERE same IS NOT NULL AND days <= REPEAT_DAYS_ AND is_complaint(m) AND is_complaint(other)
RETURN 1.0 AS certainty, {shared: coalesce(e.name, e.uscc), problem: same, days: days} AS facts
