// title: Transfer without an echo 移送无回音
// model: C5
// version: 1
// severity: HIGH
// channel: OTHER
// team: CASE_MGMT
// innocent: The answer is on paper; the clue was merged into an older one
// innocent_zh: 纸质反馈；并入已有线索
// because: {letter} of {sent} for {finding} has no registered clue and no answer after {days} days
// because_zh: {sent}的{letter}（{finding}）{days}日内未见受理线索和反馈
// parameter echo_days Int 90 days -- Days within which an answer is due 反馈期限
// parameter ways [String] ["AUDIT_TRANSFER","INSPECTION_TRANSFER","JUDICIAL_TRANSFER","LAW_ENFORCEMENT_TRANSFER"] ways -- Ways by which a matter was handed over 移送来源
// parameter as_of String "" day -- Day to judge by, today without one 判断基准日
// params: echo_days, ways, as_of
// returns: key, facts, records, ties, named
// scope: system
// A register that notes no answer at all cannot say that one is missing.
MATCH (o:Clue)
WHERE o.accepted_number IS NOT NULL OR o.answered_on IS NOT NULL
WITH collect(DISTINCT o.source) AS answering
MATCH (c:Clue)
WHERE c.source IN answering AND lacks_echo(c, $echo_days, CASE WHEN $as_of = '' THEN TODAY_ ELSE date($as_of) END)
  AND (c.came_by IN $ways OR EXISTS { (c)<-[:HANDED_OVER_AS]-() })
OPTIONAL MATCH (f:Matter)-[x:HANDED_OVER_AS]->(c)
WITH c, f, x ORDER BY f.number
WITH c, collect(f) AS findings, collect(x) AS ties
RETURN c.number AS key, [c] + findings AS records, ties, [] AS named,
  {letter: c.number, sent: toString(c.received_on), finding: CASE WHEN size(findings) = 0 THEN '?' ELSE findings[0].number END, days: $echo_days} AS facts
