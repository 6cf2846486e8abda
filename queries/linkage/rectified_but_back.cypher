// title: Rectified, but back 整改后再发
// params: viewer_audiences, hub_cap
// returns: certainty, facts
// scope: part
// among: UNIT
// because: {earlier} on {shared} was put right on {closed}; {later} of {day} tells of {problem: Problem} there again
// because_zh: {shared}的{earlier}已于{closed}整改完成，{day}的{later}又反映{problem: Problem}问题
// weight: 0.92
// What happened before the earlier one was put right is not back; an alert raised here rests on matters that are there.
UNWIND [[m, other], [other, m]] AS turn
WITH e, same, turn[0] AS earlier, turn[1] AS later
WHERE same IS NOT NULL AND earlier.model_version IS NULL AND later.model_version IS NULL
  AND earlier.rectification IN ['DONE', 'CHECKED_OFF'] AND earlier.closed_on < came_on(later) AND coalesce(earlier.closed_on < later.occurred_to, true)
  AND duration.inDays(earlier.closed_on, came_on(later)).days <= BACK_DAYS_
RETURN 1.0 AS certainty,
  {shared: coalesce(e.name, e.uscc), problem: same, earlier: earlier.number, closed: toString(earlier.closed_on), later: later.number, day: toString(came_on(later))} AS facts
