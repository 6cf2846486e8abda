// title: Rectified, but back 整改后再发
// params: viewer_audiences, hub_cap
// returns: other, nodes, edges, degree, certainty, facts
// scope: shared
// because: {earlier} on {shared} was put right on {closed}; {later} of {day} tells of {problem: Problem} there again
// because_zh: {shared}的{earlier}已于{closed}整改完成，{day}的{later}又反映{problem: Problem}问题
// weight: 0.92
// What happened before the earlier one was put right is not back; an alert raised here rests on matters that are there.
MATCH (m)-[x:NAMES|NAMES_IN_TEXT]->(e:Unit)
WHERE size(mine) > 0 AND m.model_version IS NULL AND NOT is_firm(e) AND visible(x, e) AND concerns(m, x) AND (x.role = 'SUBJECT_UNIT' OR coalesce(e.uscc, e.unit_kind) IS NOT NULL)
WITH m, mine, x, e, COUNT { MATCH (e)<-[z:NAMES|NAMES_IN_TEXT]-(o:Matter) WHERE visible(z, o) RETURN DISTINCT o } AS crowd
WHERE crowd <= $hub_cap
MATCH (e)<-[y:NAMES|NAMES_IN_TEXT]-(other:Matter)
WHERE other <> m AND visible(y, other) AND other.model_version IS NULL AND concerns(other, y)
UNWIND [[m, other], [other, m]] AS turn
WITH m, mine, x, e, crowd, y, other, turn[0] AS earlier, turn[1] AS later
WHERE earlier.rectification IN ['DONE', 'CHECKED_OFF'] AND earlier.closed_on < came_on(later) AND coalesce(earlier.closed_on < later.occurred_to, true)
  AND duration.inDays(earlier.closed_on, came_on(later)).days <= BACK_DAYS_
WITH m, x, e, crowd, y, other, earlier, later, head([kind IN mine WHERE kind IN kinds_of(other)]) AS problem
WHERE problem IS NOT NULL
RETURN other, [m, e, other] AS nodes, [x, y] AS edges, 2 + (crowd - 2) * SAME_BY_CHANCE_ AS degree, coalesce(x.certainty, 1.0) * coalesce(y.certainty, 1.0) AS certainty,
  {shared: coalesce(e.name, e.uscc), problem: problem, earlier: earlier.number, closed: toString(earlier.closed_on), later: later.number, day: toString(came_on(later))} AS facts
