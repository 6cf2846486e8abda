// title: Same unit and kind of problem within two years 同单位同类问题
// params: viewer_audiences, hub_cap
// returns: certainty, facts
// scope: part
// among: UNIT
// because: Both speak of {problem: Problem} in the unit {shared} within two years; {degree} matters do
// because_zh: 两件事项在两年内都反映{shared}的{problem: Problem}问题，共有{degree}件
// weight: 0.75
WITH e, same, wider, sharing, days
WHERE days <= SAME_PROBLEM_DAYS_
RETURN CASE WHEN same IS NULL THEN WIDER_CERTAINTY_ ELSE 1.0 END AS certainty,
  {shared: coalesce(e.name, e.uscc), problem: coalesce(same, wider), degree: sharing} AS facts
