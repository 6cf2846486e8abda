// title: What warns of a unit u and of those counted with it, sign by sign, as one row
// params: viewer_audiences, on, since, before, levels
// returns: row
// scope: shared
CALL (units) {
  UNWIND units AS v
  MATCH (v)<-[x:NAMES|NAMES_IN_TEXT]-(m:Matter)
  WHERE visible(x, m) AND tells_against(m, x, $levels.sure)
  WITH DISTINCT m, came_on(m) AS day
  WITH m, day, coalesce(day > date($before) AND day <= date($on), false) AS is_timely,
    coalesce(m.rectification, '') <> 'DONE' AND coalesce(m.rectification, '') <> 'CHECKED_OFF' AND coalesce(m.closed_on > date($on), true)
      AND coalesce(day <= date($on), true) AND coalesce((m:AuditFinding OR m:InspectionIssue) AND m.due_on < date($on), false) AS is_overdue
  WHERE is_timely OR is_overdue
  WITH m, day, is_timely, is_overdue ORDER BY day DESC, m.number, known_by(m)
  RETURN collect({matter: m, day: day, is_timely: is_timely, is_overdue: is_overdue}) AS near
}
CALL (units, near) {
BRANCHES_
}
WITH u, [fact IN facts | fact {.*, count: size(fact.matters), matters: fact.matters[..$levels.told]}] AS facts, reduce(sum = 0, fact IN facts | sum + fact.points) AS points
WITH {unit: u, facts: facts, points: points, since: $since, until: $on,
  level: CASE WHEN points >= $levels.red THEN 'RED' WHEN points >= $levels.orange THEN 'ORANGE' WHEN points >= $levels.yellow THEN 'YELLOW' ELSE 'GREEN' END} AS row
