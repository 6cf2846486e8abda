// title: Days since which there are about so many inspection issues
// params: many, rows, audiences
// returns: day
MATCH (n:InspectionIssue)
WHERE n.audience IN $audiences AND n.found_on IS NOT NULL
WITH n.found_on AS day ORDER BY day DESC
WITH collect(day) AS days
WITH days[toInteger(0.9 * CASE WHEN size(days) < $rows THEN size(days) ELSE $rows END)..toInteger(1.05 * $rows)] AS days
UNWIND days AS day
WITH DISTINCT day ORDER BY rand() LIMIT $many
RETURN toString(day) AS day
