// title: Several channels at once 多渠道同时反映
// params: since, least
// returns: many, matters, facts
// scope: part
// because: Channels whose matters since {since} speak of the unit: {number}
// because_zh: {since}以来{number}个渠道同时反映
// weight: 2
// most: 2
// parameter least Int 3 channels -- Channels from which it is told 渠道数下限
UNWIND near AS each
WITH each.matter AS m, each.day AS day
WHERE NOT m:Alert AND m.channel IS NOT NULL AND each.is_timely AND day > date($since)
WITH count(DISTINCT m.channel) AS number, collect(m) AS matters
WHERE number >= $least
RETURN 1 AS many, matters, {number: number, since: $since} AS facts
