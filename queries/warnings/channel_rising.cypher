// title: More matters by one channel than before 同一渠道事项上升
// params: since, least
// returns: many, matters, facts
// scope: part
// because: Matters of {channel: Channel} since {since}: {now}, against {before} in as many days before
// because_zh: {since}以来{channel: Channel}事项{now}件，上一同等时段{before}件
// weight: 1
// most: 3
// parameter least Int 3 matters -- Matters of the time from which it is told 本期件数下限
UNWIND near AS each
WITH each.matter AS m, each.day AS day
WHERE NOT m:Alert AND NOT m:Ticket AND m.channel IS NOT NULL AND each.is_timely
WITH m.channel AS channel, collect(CASE WHEN day > date($since) THEN m END) AS now, count(CASE WHEN day <= date($since) THEN m END) AS before
WHERE size(now) >= $least AND size(now) > before
RETURN size(now) - before AS many, now AS matters, {channel: channel, now: size(now), before: before, since: $since} AS facts ORDER BY channel
