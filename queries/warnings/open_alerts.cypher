// title: Alerts that no desk has dismissed 未排除的预警
// params: since, high, medium, low
// returns: many, matters, facts
// scope: part
// because: Alerts of {severity: Severity} severity since {since} that no desk has dismissed: {number}
// because_zh: {since}以来{severity: Severity}等级预警{number}件，均未排除
// weight: 1
// most: 6
// parameter high Int 3 points -- What an alert of high severity counts 高等级预警计分
// parameter medium Int 2 points -- What an alert of medium severity counts 中等级预警计分
// parameter low Int 1 points -- What any other alert counts 其他预警计分
UNWIND near AS each
WITH each.matter AS m, each.day AS day
WHERE m:Alert AND each.is_timely AND day > date($since)
WITH m.severity AS severity, collect(m) AS matters
WITH severity, matters, CASE severity WHEN 'HIGH' THEN $high WHEN 'MEDIUM' THEN $medium ELSE $low END AS each
RETURN size(matters) * each AS many, matters, {number: size(matters), severity: severity, since: $since} AS facts ORDER BY each DESC, severity
