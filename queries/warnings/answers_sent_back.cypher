// title: Answers sent back or rated badly 答复退回或不满意
// params: since, least, poor
// returns: many, matters, facts
// scope: part
// because: Answers to tickets since {since} that were sent back or rated {poor} or less: {number}
// because_zh: {since}以来投诉件答复被退回或满意度不高于{poor}的{number}件
// weight: 1
// most: 3
// parameter least Int 2 tickets -- Answers from which it is told 件数下限
// parameter poor Int 2 points -- Rating of an answer up to which it is bad 不满意评分上限
UNWIND near AS each
WITH each.matter AS m, each.day AS day
WHERE m:Ticket AND (m.state = 'SENT_BACK' OR m.satisfaction <= $poor) AND each.is_timely AND day > date($since)
WITH collect(m) AS matters
WHERE size(matters) >= $least
RETURN size(matters) AS many, matters, {number: size(matters), poor: $poor, since: $since} AS facts
