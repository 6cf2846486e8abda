// title: More complaints than before 投诉上升
// params: since, least
// returns: many, matters, facts
// scope: part
// because: Complaints on the platform since {since}: {now}, against {before} in as many days before
// because_zh: {since}以来平台投诉{now}件，上一同等时段{before}件
// weight: 1
// most: 3
// parameter least Int 3 tickets -- Complaints of the time from which it is told 本期件数下限
UNWIND near AS each
WITH each.matter AS m, each.day AS day
WHERE m:Ticket AND coalesce(m.category, 'COMPLAINT') = 'COMPLAINT' AND each.is_timely
WITH collect(CASE WHEN day > date($since) THEN m END) AS now, count(CASE WHEN day <= date($since) THEN m END) AS before
WHERE size(now) >= $least AND size(now) > before
RETURN size(now) - before AS many, now AS matters, {now: size(now), before: before, since: $since} AS facts
