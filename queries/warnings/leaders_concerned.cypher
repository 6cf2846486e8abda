// title: A leader of the unit is concerned 涉及主要负责人
// params: viewer_audiences, on, since, sure
// returns: many, matters, facts
// scope: shared
// because: Matters since {since} that concern {leader}, who leads the unit ({post}): {number}
// because_zh: {since}以来{number}件事项涉及主要负责人{leader}（{post}）
// weight: 3
// most: 6
// parameter sure Float 0.8 ratio -- How sure the naming must be 指认确定程度下限
UNWIND units AS v
MATCH (v)<-[h:HOLDS_POST {is_top_leader: true}]-(p:Person)<-[x:NAMES|NAMES_IN_TEXT]-(m:Matter)
WHERE visible(h, p, x, m) AND tells_against(m, x, $sure)
WITH p, h, m, came_on(m) AS day
WHERE day > date($since) AND day <= date($on) AND held_on(h, day)
WITH p, m, day, min(h.post) AS post ORDER BY day DESC, m.number, known_by(m)
WITH p, min(post) AS post, collect(m) AS matters ORDER BY p.name, known_by(p)
RETURN size(matters) AS many, matters, {number: size(matters), since: $since, leader: p.name, post: post} AS facts
